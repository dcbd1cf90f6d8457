"""Captures on disk: the very bytes come back, or the loss is noticed."""

import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import store
from articles.store import FileLost, discard, files, get, path_of, put


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
