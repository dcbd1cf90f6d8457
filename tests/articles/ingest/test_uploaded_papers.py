"""Papers as hosts of uploads show them: cover, title, names, posts and text run together, and what the host says of the file."""

import pytest

from articles.ingest.people.behind_title import read_names_behind_title
from articles.ingest.read import read as capture_layer
from articles.ingest.reading import Reading
from tests.articles.ingest.harbour import FIRST, SECOND, TEXT, TITLE, TODAY, read

BODY = "The four masters sat down on a bench above the quay and did not get up again before every place had a name in the book."


def names(found):
    return [author.name for author in found.authors]


def test_names_with_marks_behind_the_repeated_title_are_the_authors():
    found = read(TITLE, f"{TITLE} Anna Kessler a, Daniel Foster b a b", FIRST, SECOND)

    assert (names(found), found.body) == (["Anna Kessler", "Daniel Foster"], TEXT)


def test_words_behind_the_repeated_title_that_name_nobody_are_no_author():
    found = read(TITLE, f"{TITLE} Northern Shore", FIRST, SECOND)

    assert names(found) == []


@pytest.mark.parametrize(
    ("post", "role"),
    [
        ("", None),
        (
            "Leading Research Fellow of the Department of Berths at the Harbour Archive of Kuryk ",
            "Leading Research Fellow of the Department of Berths",
        ),
    ],
)
def test_a_name_between_the_title_in_capitals_and_the_text(post, role):
    found = read(TITLE, f"{TITLE} {TITLE.upper()} Daniel Foster {post}{BODY} {SECOND}", SECOND)

    assert (names(found), found.authors[0].role, found.body) == (["Daniel Foster"], role, f"{BODY} {SECOND}\n\n{SECOND}")


def test_a_paragraph_that_begins_with_the_title_and_speaks_of_somebody_names_no_author():
    found = read(TITLE, f"{TITLE} Daniel Foster said on Monday that the lists of the four masters were late again.", SECOND)

    assert names(found) == []


def test_the_head_of_an_article_in_press_is_no_text():
    running = "ARTICLE IN PRESS Journal of Berths ■■ (2019) ■■–■■"
    found = read(TITLE, running, "Contents lists available at BerthDirect", "Harbour School, Kuryk 13, Kazakhstan", "A B S T R A C T", FIRST, SECOND)

    assert (found.publication, found.published_on, found.body.removeprefix("A B S T R A C T\n\n")) == ("Journal of Berths", "2019", TEXT)


def test_a_cover_whose_copy_has_lost_its_blanks_is_read():
    title = "Harbour masters meet in Kuryk to share out the winterberths"
    cited = f"To cite this article: Anna Kessler (2019) {title}, Review of Berths,32:2, 171-198, DOI: 10.1/2"
    found = read(f"{TITLE}.pdf", f"Review of BerthsISSN: 0958-4471 {cited}Published online: 08 Apr 2019.Submit your article", FIRST, SECOND)

    assert (names(found), found.published_on, found.volume, found.issue) == (["Anna Kessler"], "2019-04-08", "32", "2")


def test_what_a_host_says_of_the_file_below_a_paper_is_no_text():
    record = "View Full Text\n\nDetails\n\n• File Typepdf\n• Upload Time-\n• File Pages16 Page\n\nDo not hand on these pages without leave."

    assert read(TITLE, "By Anna Kessler", FIRST, SECOND, record).body == TEXT


def test_a_heading_details_within_a_text_is_kept():
    assert read(TITLE, "By Anna Kessler", FIRST, "Details", SECOND).body == f"{FIRST}\n\nDetails\n\n{SECOND}"


def test_the_note_of_the_star_behind_a_name_is_no_text():
    note = "* This paper was written during a winter at the harbour school. Its views bind nobody; e-mail: a.kessler@berths.example."
    found = read(TITLE, "Anna Kessler*", note, FIRST, SECOND)

    assert (names(found), found.body) == (["Anna Kessler"], TEXT)


def test_who_put_a_paper_on_a_host_of_uploads_is_not_its_author():
    found = read(f"{TITLE}\nAuthor: Myrtle Oakes\n3 downloads 0 Views 218KB Size", "Anna Kessler", FIRST, SECOND)

    assert (names(found), found.body) == (["Anna Kessler"], TEXT)


def test_who_is_labelled_the_author_with_no_downloads_below_is():
    assert names(read(f"{TITLE}\nAuthor: Myrtle Oakes\n3 May 2019", FIRST, SECOND)) == ["Myrtle Oakes"]


def test_a_title_of_signs_alone_is_looked_for_nowhere():
    reading = Reading(capture_layer("\n\n".join((FIRST, SECOND)).encode(), filename="page.txt"), TODAY)
    reading.values["title"] = "* * * *"

    read_names_behind_title(reading)

    assert reading.authors == []
