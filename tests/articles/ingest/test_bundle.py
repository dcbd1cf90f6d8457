"""A zip is looked at before it is unpacked: what is in order comes out, what is not is refused with the reason, and quickly."""

import io
import struct
import time
import tracemalloc
import zipfile

import pytest

from articles.ingest.bundle import BundleRefused, Member, members


def packed(*files, compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as bundle:
        for name, data in files:
            bundle.writestr(name, data)
    return stream


def entry(name, **values):
    info = zipfile.ZipInfo(name)
    for key, value in values.items():
        setattr(info, key, value)
    return info


def refusal(stream):
    with pytest.raises(BundleRefused) as refused:
        list(members(stream))
    return refused.value.code


def test_files_come_out_in_the_order_of_their_names_without_what_systems_add():
    stream = packed(("b.txt", "Two"), ("a/", ""), ("a/one.html", "<p>One</p>"), ("__MACOSX/a", "x"), (".DS_Store", "x"), ("a/.hidden.txt", "x"))

    assert list(members(stream)) == [Member("a/one.html", b"<p>One</p>"), Member("b.txt", b"Two")]


@pytest.mark.parametrize(
    ("raw", "shown"), [("статья.txt".encode("cp866"), "статья.txt"), ("статья.txt".encode(), "статья.txt"), (b"plain.txt", "plain.txt")]
)
def test_names_in_russian_are_read_however_they_were_written(raw, shown):
    stream = packed(("x" * len(raw), "One"))
    stream = io.BytesIO(stream.getvalue().replace(b"x" * len(raw), raw))

    assert [member.name for member in members(stream)] == [shown]


@pytest.mark.parametrize(
    ("code", "stream"),
    [
        ("path", packed(("../../etc/cron.d/x", "x"))),
        ("path", packed(("/etc/passwd", "x"))),
        ("path", packed(("a/../../b.txt", "x"))),
        ("path", packed(("..\\..\\x.txt", "x"))),
        ("path", packed(("C:\\x.txt", "x"))),
        ("path", packed(("a" * 501, "x"))),
        ("link", packed((entry("link.txt", external_attr=0o120777 << 16), "/etc/passwd"))),
        ("link", packed((entry("pipe.txt", external_attr=0o010666 << 16), ""))),
        ("twice", packed(("a.txt", "One"), ("A.TXT", "Two"))),
        ("ratio", packed(("zeros.txt", b"\0" * 10_000_000))),
        ("too-many", packed(*((f"{number}.txt", "") for number in range(2_001)))),
        ("broken", io.BytesIO(b"PK\x03\x04 and then nothing")),
        ("broken", io.BytesIO(packed(("a.txt", "One")).getvalue()[:-10])),
        ("broken", io.BytesIO(b"")),
    ],
)
def test_a_zip_that_is_not_in_order_is_refused(code, stream):
    assert refusal(stream) == code


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused():
    assert refusal(packed(("a.txt", "One"), ("a.txt", "Two"))) == "twice"


def test_an_encrypted_member_is_refused():
    data = bytearray(packed(("a.txt", "One")).getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert refusal(io.BytesIO(bytes(data))) == "encrypted"


def test_a_zip_that_would_unpack_to_more_than_a_hundred_megabytes_is_refused():
    data = bytearray(packed(("a.txt", "One"), ("b.txt", "Two"), compression=zipfile.ZIP_STORED).getvalue())
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<II", data, at + 20, 60 * 2**20, 60 * 2**20)
    at = data.index(b"PK\x01\x02", at + 4)
    struct.pack_into("<II", data, at + 20, 60 * 2**20, 60 * 2**20)

    assert refusal(io.BytesIO(bytes(data))) == "too-large"


def test_a_member_larger_than_the_zip_says_or_broken_costs_no_other():
    data = bytearray(packed(("a.txt", "One and more"), ("b.txt", "Two")).getvalue())
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 3)

    found = members(io.BytesIO(bytes(data)))
    assert [(member.name, member.data, bool(member.fault)) for member in found] == [
        ("a.txt", b"", True),
        ("b.txt", b"Two", False),
    ]


def test_a_zip_in_a_zip_is_not_opened():
    inner = packed(("a.txt", "One")).getvalue()

    found = members(packed(("inner.zip", inner), ("b.txt", "Two")))
    assert [(member.name, bool(member.fault)) for member in found] == [
        ("b.txt", False),
        ("inner.zip", True),
    ]


def test_a_hundred_thousand_names_are_refused_in_a_moment_and_in_little_memory():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as bundle:
        bundle.writestr("a.txt", "One")
    data = stream.getvalue()
    header = data[data.index(b"PK\x01\x02") : data.index(b"PK\x05\x06")]
    listing = header * 100_000
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(listing), len(data) - len(header) - 22, 0)
    stream = io.BytesIO(data[: data.index(b"PK\x01\x02")] + listing + end)
    tracemalloc.start()
    started = time.process_time()

    code = refusal(stream)

    assert (code, time.process_time() - started < 2, tracemalloc.get_traced_memory()[1] < 20_000_000) == ("too-many", True, True)
    tracemalloc.stop()
