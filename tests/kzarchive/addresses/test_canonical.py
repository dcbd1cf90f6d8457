"""One spelling for every public address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzarchive.addresses.canonical import canonical_path


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/", "/"),
        ("//", "/"),
        ("/articles", "/articles/"),
        ("/articles/kz3b7m9tx", "/articles/kz3b7m9tx/"),
        ("/Articles/KZ-3B7M-9TX/V2", "/articles/kz3b7m9tx/v2/"),
        ("//articles//kz3b7m9tx//", "/articles/kz3b7m9tx/"),
        ("/articles/kz3b7m9tx/cite.bib/", "/articles/kz3b7m9tx/cite.bib"),
        ("/articles/kz3b7m9tx/v1/CITE.json", "/articles/kz3b7m9tx/v1/cite.json"),
        ("/id/KZ3-b7m9tx/", "/id/kz3b7m9tx"),
        ("/authors/Kassym-Jomart-Tokayev", "/authors/kassym-jomart-tokayev/"),
        ("/authors/kz-3b7m9tx/", "/authors/kz3b7m9tx/"),
        ("/topics/kz-3b7m9tx/", "/topics/kz-3b7m9tx/"),
        ("/articles/kz3b7m9tq", "/articles/kz3b7m9tq/"),
        ("/search", "/search/"),
        ("/search.atom", "/search.atom"),
        ("/healthz", "/healthz"),
        ("/admin/articles/article/", "/admin/articles/article/"),
        ("/Admin", "/Admin"),
        ("//evil.example/", "//evil.example/"),
    ],
)
def test_each_spelling_leads_to_the_cited_one(asked, canonical):
    assert canonical_path(asked) == canonical


_segments = st.sampled_from(["articles", "AUTHORS", "id", "topics", "search", "KZ-3b7m9tx", "kz3b7m9tx", "v1", "cite.bib", "", "..", "а-b", "İ"])


@given(st.lists(st.one_of(_segments, st.text(max_size=8)), max_size=5).map(lambda parts: "/" + "/".join(parts)))
def test_the_canonical_spelling_is_canonical(path):
    assert canonical_path(canonical_path(path)) == canonical_path(path)
