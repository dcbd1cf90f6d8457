"""The line by which an article is cited."""

import itertools
import re

import pytest

from articles.views.citing import citation, is_web_address

ADDRESS = "https://archive.example/articles/kz3b7m9tx/"
WHOLE = {
    "authors": [{"name": "Aigerim Sadykova"}, {"name": "B. Lee"}],
    "title": "A balance kept",
    "subtitle": "Two neighbours",
    "publication": {"title": "The Steppe Review"},
    "volume": "12",
    "issue": "3",
    "published_on": "2014-02-05",
    "pages": "10–15",
    "source_url": "https://steppe.example/balance",
}
NOTHING = {**dict.fromkeys(WHOLE), "authors": []}


def line(record, **options):
    return "".join(part.text for part in citation(record, address=ADDRESS, **options))


@pytest.mark.parametrize(
    ("changes", "cited"),
    [
        (
            {},
            (
                "Aigerim Sadykova and B. Lee. “A balance kept: Two neighbours.” The Steppe Review, vol. 12, no. 3, 5 February 2014, "
                f"pp. 10–15. https://steppe.example/balance. kzarchive, {ADDRESS}"
            ),
        ),
        (
            {"authors": [{"name": name} for name in ("A", "B", "C")], "subtitle": None, "volume": None, "pages": "7"},
            f"A, B and C. “A balance kept.” The Steppe Review, no. 3, 5 February 2014, p. 7. https://steppe.example/balance. kzarchive, {ADDRESS}",
        ),
        (
            {
                "title": "Who gains?",
                "subtitle": "A guess",
                "authors": [{"name": "Lee, B."}],
                "issue": "Summer issue",
                "source_url": "ftp://x.example/a",
            },
            f"Lee, B. “Who gains? A guess.” The Steppe Review, vol. 12, Summer issue, 5 February 2014, pp. 10–15. kzarchive, {ADDRESS}",
        ),
        (
            {"title": "Who gains?", "subtitle": None, "publication": None, "volume": None, "issue": None, "published_on": None, "pages": None},
            f"Aigerim Sadykova and B. Lee. “Who gains?” https://steppe.example/balance. kzarchive, {ADDRESS}",
        ),
    ],
)
def test_the_original_publication_is_cited_first_and_the_archive_second(changes, cited):
    assert line({**WHOLE, **changes}) == cited


def test_a_version_is_named_where_it_is_meant():
    assert line(NOTHING, version=2) == f"kzarchive, version 2, {ADDRESS}"


def test_a_claim_is_cited_by_what_it_says_then_by_where_it_stands():
    assert line(NOTHING, claim="It had 57 rooms.", version=2) == f"“It had 57 rooms.” Claim. kzarchive, version 2, {ADDRESS}"
    assert line({**NOTHING, "title": "Rooms"}, claim="It had 57 rooms") == f"“It had 57 rooms.” Claim in “Rooms.” kzarchive, {ADDRESS}"


def test_what_is_not_known_leaves_no_stray_sign():
    records = [
        {name: WHOLE[name] if is_there else NOTHING[name] for name, is_there in zip(WHOLE, present, strict=True)}
        for present in itertools.product([True, False], repeat=len(WHOLE))
    ]

    assert [cited for cited in map(line, records) if re.search(r"None|  |\.\.|,,|, \.|“”|“\.|\(\)| ,| \.|^[ .,]", cited)] == []


def test_printed_words_are_marked_and_ours_are_not():
    parts = citation(WHOLE, address=ADDRESS)

    assert [part.text for part in parts if part.is_printed] == [
        "Aigerim Sadykova",
        "B. Lee",
        "A balance kept: Two neighbours",
        "The Steppe Review",
        "vol. 12",
        "no. 3",
        "pp. 10–15",
        "https://steppe.example/balance",
    ]


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://a.example/", True),
        ("HTTP://a.example/", True),
        ("javascript:alert(1)", False),
        ("ftp://a.example/", False),
        ("//a.example", False),
        (" https://a.example", False),
        (None, False),
    ],
)
def test_only_the_web_is_linked(address, is_link):
    assert is_web_address(address) is is_link
