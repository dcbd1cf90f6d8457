"""Days and years of publication where pages hide them: below a lead, behind a headline, in the number of an issue; and days that are none."""

import pytest

from articles.ingest.dates import find_dates
from articles.ingest.statements.lines import read_statement
from tests.articles.ingest.harbour import FIRST, SECOND, TEXT, TITLE, read

LEAD = "Four harbours, one list: what the masters of the northern shore agreed on before the first ice came down the river to the sea."


def names(found):
    return [author.name for author in found.authors]


@pytest.mark.parametrize(
    ("printed", "readings"),
    [
        ("17 | 11 | 2025", ("2025-11-17",)),
        ("03 | 11 | 2025", ("2025-11-03", "2025-03-11")),
        ("2024 May 12 (Sunday) 14:07:33", ("2024-05-12",)),
        ("9 сентября 20249 сен 2024", ("2024-09-09",)),
        ("In 2024 May was dry", None),
        ("17 | 31 | 2025", None),
    ],
)
def test_a_day_is_read_however_a_template_prints_it(printed, readings):
    found = find_dates(printed)

    assert (found[0].readings if found and len(found[0].readings[0]) == 10 else None) == readings


@pytest.mark.parametrize("headline", [f"{TITLE} 2024-10-10 04:12:37", f"{TITLE} 03 апреля 2012, 16:21"])
def test_a_headline_ends_before_the_day_and_the_hour_glued_to_it(headline):
    found = read(headline, FIRST, SECOND)

    assert (found.title, found.published_on, found.body) == (TITLE, find_dates(headline)[0].readings[0], TEXT)


def test_name_and_day_below_a_deck_are_statements_and_no_text():
    found = read(TITLE, LEAD, f"{TITLE}\nThe list is short, and the winter long", "Anna Kessler\nTuesday, November 19, 2019", FIRST, SECOND)

    assert (names(found), found.published_on, found.body.endswith(TEXT)) == (["Anna Kessler"], "2019-11-19", True)
    assert "Kessler" not in found.body
    assert "2019" not in found.body


def test_a_second_day_alone_makes_entries_of_a_diary_of_them():
    found = read(TITLE, "By Anna Kessler", LEAD, FIRST, "19 November 2019", SECOND, "20 November 2019", LEAD)

    assert (found.published_on, "19 November 2019" in found.body) == (None, True)


def test_the_year_in_an_entry_of_a_list_of_notes_is_another_texts():
    assert read(TITLE, FIRST, SECOND, "[3] Kessler A. Ice, vol. 11, no. 2 (2019)").published_on is None


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Research Article: 2019 Vol: 18 Issue: 4", "2019"),
        ("Quay Review. Series: Winter 2019 Vol. 11 No. 2 188-197", "2019"),
        ("Issue: Vol 23, No 2 (2023): Ice and Ideas", "2023"),
        ("Вестник северной гавани. № 2(106)/2022", "2022"),
        ("© The Author(s) 2021", "2021"),
        ("The Law of the northern harbours dated June 14, 2017 No. 71-VI on berths", None),
        ("Room 2019, door 4", None),
    ],
)
def test_the_year_beside_the_number_of_an_issue_dates_a_text_that_nothing_else_does(line, year):
    found = read(line, TITLE, "Anna Kessler", FIRST, SECOND)

    assert found.published_on in (year, year and f"{year}-06")


def test_the_year_behind_the_pages_of_a_review_is_read_below_the_text():
    found = read(TITLE, FIRST, SECOND, "(Hafenrundschau 4-5/2023, S. 121–138)")

    assert (found.published_on, found.body) == ("2023", TEXT)


def test_a_day_printed_above_counts_and_not_the_year_of_its_issue():
    found = read("Issue: Vol 23, No 2 (2023)", TITLE, "By Anna Kessler", "14 January 2024", FIRST, SECOND)

    assert found.published_on == "2024-01-14"


@pytest.mark.parametrize(
    "line",
    [
        "Автор admin На чтение 6 мин Просмотров 2.1к. Обновлено 14.01.2022",
        "Auteur: Anna Kessler | quai@lanterne.example. Dernière modification: 2023-12-17 03:46",
    ],
)
def test_the_day_of_a_change_is_no_day_of_publication_wherever_its_label_stands(line):
    assert read(TITLE, line, FIRST, SECOND).published_on is None


def test_the_day_below_what_currencies_cost_today_is_that_of_the_visit():
    found = read("• KZT/USD = 0.00201 -0%\n• UZS/USD = 0.00009 0%", "19 January 2026", TITLE, FIRST, SECOND)

    assert found.published_on is None


def test_the_day_above_the_ticker_of_a_site_is_that_of_the_visit():
    assert read("Tuesday , October 8 2024\nBreaking News", TITLE, FIRST, SECOND).published_on is None


def test_the_day_with_its_weekday_above_a_headline_and_nothing_else_is_its_own():
    assert read("Tuesday, October 8, 2024", TITLE, FIRST, SECOND).published_on == "2024-10-08"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "10/08/2025 | Press release | Distributed by Lantern on 10/07/2025 09:26",
            [("section", "Press release"), ("published_on", ("2025-10-07",))],
        ),
        ("“The Lamp”, 27 June 2001", [("publication", "The Lamp"), ("published_on", ("2001-06-27",))]),
    ],
)
def test_a_line_on_where_a_text_is_from_gives_its_day(line, expected):
    found = [(field.name, field.date.readings if field.date else field.value) for field in read_statement(line)]

    assert [pair for pair in found if pair[0] != "other_date"] == expected


def test_day_names_and_kind_between_dashes_are_told_apart():
    found = read(TITLE, "October 3, 2023 - Anna Kessler Daniel Foster - Analysis", FIRST, SECOND)

    assert (names(found), found.published_on, found.section, found.body) == (["Anna Kessler", "Daniel Foster"], "2023-10-03", "Analysis", TEXT)


@pytest.mark.parametrize("line", ["Author Guidelines", "Author Contributions", "Author Services"])
def test_what_a_journal_prints_for_authors_names_none(line):
    assert read_statement(line) is None
    assert read_statement("Author Kessler") is not None


def test_the_year_before_a_volume_and_its_pages_dates_a_text():
    assert read("QRL 2015; 2(44): 87-98", TITLE, FIRST, SECOND).published_on == "2015"


def test_the_day_apart_below_a_link_to_more_of_the_author_dates_the_text():
    life = "Dr Anna Kessler is Associate Fellow at the Institute of Berths. Click here for detailed profile."
    found = read(TITLE, life, "More from the author", "July 17, 2015", "Share on Facebook | Twitter | LinkedIn | Email | Print", FIRST, SECOND)

    assert (found.published_on, found.body) == ("2015-07-17", TEXT)


def test_the_days_of_other_texts_under_a_heading_for_them_do_not_date_the_text():
    found = read(
        TITLE, "By Anna Kessler", FIRST, SECOND, "More from the author", "July 17, 2015\nWho counts the lamps of Kuryk", "June 2, 2015\nIce and money"
    )

    assert found.published_on is None
