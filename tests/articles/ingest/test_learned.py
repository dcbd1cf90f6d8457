"""What was learnt of lines, names and days decides where rules leave it open, and says so; what it decides loses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.ingest.learned.features import Sheet, features_of_line
from articles.ingest.learned.weights import FOLDER, Weights, read, weights_of, write
from articles.ingest.meanings import meaning_of
from articles.ingest.page import Page
from articles.ingest.read import read as read_layer
from benchmarks.learning import QUESTIONS, learn
from tests.articles.ingest.harbour import FIRST, SECOND, TITLE
from tests.articles.ingest.harbour import read as read_page

LAST = "Nobody in the room could say who would pay for the lamps on the outer mole, and the question was put off until the spring."
NOTES = (
    "References",
    "Kessler, A. (2019). Lamps of the outer mole. Harbour Review, 4(2), 17-29.",
    "Alibekov, M. (2021). Ice and sugar. Aktau: Kema.",
)


def rules_of(draft, words: str) -> list[str]:
    """Return the rules that left out a stretch with ``words`` in it."""
    return [cut.rule for cut in draft.removed if words in draft.text_layer[cut.start : cut.end]]


@pytest.mark.parametrize(
    "line",
    [
        "Support the Harbour Herald on Patreon!",
        "Комментарии могут оставлять только авторизованные пользователи.",
        "Yorum yapmak için giriş yapın",
    ],
)
def test_a_line_below_a_text_that_reads_like_what_stands_there_is_left_out(line):
    draft = read_page(TITLE, FIRST, SECOND, LAST, line)

    assert (draft.body.endswith(LAST), bool(rules_of(draft, line[:30]))) == (True, True)


@pytest.mark.parametrize("line", ["The next meeting of the masters is to be held in Baku in October.", "It rained on all of them."])
def test_a_last_sentence_of_the_text_stays(line):
    assert read_page(TITLE, FIRST, SECOND, LAST, line).body.endswith(line)


def test_references_stay_though_they_read_like_nothing_else_in_a_text():
    assert read_page(TITLE, FIRST, SECOND, LAST, *NOTES).body.endswith(NOTES[-1])


def test_references_below_what_is_said_of_the_author_stay_too():
    life = ("About the author", "Anna Kessler is a senior fellow at the Institute for Harbour Affairs in Aktau.")

    assert read_page(TITLE, FIRST, SECOND, LAST, *life, *NOTES).body.endswith(NOTES[-1])


def test_a_heading_of_notes_above_nothing_that_is_cited_brings_nothing_back():
    foot = ("Share this article", "Related articles", "Ice in the roads again", "Sources", "Terms of use", "Contact us")

    assert read_page(TITLE, FIRST, SECOND, LAST, *foot).body.endswith(LAST)


@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_the_weights_of_a_question_are_words_and_numbers_that_can_be_read_and_written_again(question, tmp_path):
    weights = weights_of(question)
    write(weights, tmp_path / "again.tsv")

    assert (tmp_path / "again.tsv").read_bytes() == (FOLDER / f"{question}.tsv").read_bytes()
    assert len(weights.of_features) > 1000


def test_what_is_learnt_tells_apart_what_it_was_learnt_from():
    rows = [(features_of_line(f"Subscribe to our weekly letter number {n}"), True) for n in range(30)]
    rows += [(features_of_line(f"The masters of the harbour met {n} times before the ice came."), False) for n in range(30)]

    weights = learn(rows)

    assert (
        weights.score(features_of_line("Subscribe to our daily letter")) > 0 > weights.score(features_of_line("The masters met before the ice came."))
    )


def test_the_same_rows_give_the_same_weights():
    rows = [(features_of_line(f"line {n} of {n % 7} others, {'read more' if n % 3 else 'it was said'}"), bool(n % 3)) for n in range(60)]

    assert learn(rows).of_features == learn(rows).of_features


def test_a_weight_unknown_counts_nothing_and_a_feature_shown_twice_counts_once():
    weights = Weights(-1.0, {"a": 2.0})

    assert (weights.score(["a", "a", "b"]), weights.score([])) == (1.0, -1.0)


def test_weights_that_are_not_there_are_an_error_that_names_the_file(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"nothing\.tsv"):
        read(tmp_path / "nothing.tsv")


@pytest.mark.parametrize("rule", ["above the text", "below the text", "name of no author"])
def test_what_a_vote_leaves_out_has_a_rule_with_a_sentence(rule):
    assert len(meaning_of(rule).split()) > 5


@given(st.text(max_size=400))
def test_any_line_has_features(line):
    assert all(isinstance(feature, str) and "\n" not in feature for feature in features_of_line(line.replace("\n", " ")))


def test_a_sheet_holds_the_lines_near_both_ends_of_a_page():
    text = "\n\n".join(f"Line number {n} of a long page" for n in range(1000))
    sheet = Sheet(Page(read_layer(text.encode(), filename="page.txt")))

    assert (min(sheet.lines), max(sheet.lines), len(sheet.lines)) == (0, 999, 400)
