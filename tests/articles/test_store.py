"""Captures on disk: the very bytes come back, or the loss is noticed."""

import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import store
from articles.store import FileLost, discard, files, get, keeping, path_of, put, put_all


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.binary(max_size=2000))
def test_what_is_kept_comes_back(own_captures, data):
    sha = put(data)

    assert (sha, get(sha)) == (hashlib.sha256(data).hexdigest(), data)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.binary(min_size=1, max_size=200), st.data())
def test_one_changed_byte_is_noticed(own_captures, content, data):
    sha = put(content)
    place = data.draw(st.integers(0, len(content) - 1))
    changed = bytearray(content)
    changed[place] ^= data.draw(st.integers(1, 255))
    path_of(sha).write_bytes(changed)

    with pytest.raises(FileLost, match="other bytes"):
        get(sha)


@pytest.mark.parametrize("left", [b"", b"capture", b"capturE", b"capture and more"], ids=["nothing", "all", "as long", "more"])
def test_keeping_the_same_bytes_again_mends_the_file(left):
    sha = put(b"capture")
    path_of(sha).write_bytes(left)
    put(b"capture")

    assert (get(sha), list(files())) == (b"capture", [path_of(sha)])


def test_many_are_kept_as_each_alone_would_be_and_what_is_named_twice_once(own_captures):
    contents = [f"capture {number}".encode() for number in range(12)]
    first = put(contents[3])

    kept = put_all([*contents, contents[0]])

    assert kept == [hashlib.sha256(data).hexdigest() for data in [*contents, contents[0]]]
    assert (kept[3], [get(sha) for sha in kept]) == (first, [*contents, contents[0]])
    assert set(files()) == {path_of(sha) for sha in kept}


def test_what_is_kept_beside_other_work_is_there_when_that_ends_however_it_ends(own_captures):
    with keeping([b"one", b"two"]) as kept:
        assert [get(sha) for sha in kept()] == [b"one", b"two"]
    with pytest.raises(ValueError, match="other work"), keeping([b"three"]):
        raise ValueError("other work")

    assert get(hashlib.sha256(b"three").hexdigest()) == b"three"


def test_what_keeps_a_file_from_being_written_is_told(own_captures, settings):
    settings.CAPTURES_DIR.parent.mkdir(parents=True, exist_ok=True)
    settings.CAPTURES_DIR.write_bytes(b"no folder")

    with pytest.raises(OSError, match="Not a directory"), keeping([b"one", b"two"]):
        pass


def test_what_a_killed_writer_left_is_written_over():
    sha = hashlib.sha256(b"capture").hexdigest()
    path_of(sha).parent.mkdir(parents=True)
    path_of(sha).with_name(f"{sha}.part").write_bytes(b"capt")
    put(b"capture")

    assert (get(sha), list(files())) == (b"capture", [path_of(sha)])


def test_a_missing_file_is_a_loss():
    with pytest.raises(FileLost, match="is not there"):
        get("0" * 64)


def test_a_discarded_file_is_gone_and_may_be_discarded_twice():
    sha = put(b"capture")
    discard(sha)
    discard(sha)

    assert list(files()) == []


def test_an_unfinished_file_can_be_taken_away_by_its_name():
    sha = put(b"capture")
    path_of(sha).with_name(f"{sha}.part").write_bytes(b"capt")
    store.remove_named(f"{sha}.part")

    assert list(files()) == [path_of(sha)]


def test_an_empty_archive_has_no_files():
    assert list(files()) == []


def test_files_lie_in_folders_named_by_their_digest(settings):
    sha = put(b"capture")

    assert list(files()) == [settings.CAPTURES_DIR / sha[:2] / sha[2:4] / sha]
