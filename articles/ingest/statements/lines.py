"""What a line states, whoever of the readers knows it, also in parts between bars or in sentences."""

from __future__ import annotations

import re
from collections.abc import Callable

from articles.ingest.remembering import remembered
from articles.ingest.statements.authors_beside import (
    read_byline_and_issue,
    read_capitals_and_degree,
    read_class_and_author,
    read_day_and_byline,
    read_day_posted_and_written,
    read_name_and_capitals,
    read_name_and_house,
    read_name_and_journal,
    read_name_and_post,
    read_name_and_posts,
    read_name_and_publishing,
    read_name_and_title,
    read_name_and_town,
    read_name_in_town,
    read_name_town_and_paper,
    read_name_turned_and_day,
    read_name_turned_with_colon,
    read_names_turned,
    read_names_with_towns,
    read_prepared_by,
    read_title_and_name,
)
from articles.ingest.statements.bylines import (
    read_author_of_work,
    read_byline,
    read_byline_and_name_turned,
    read_desk_credits,
    read_name_and_label,
    read_unnamed,
)
from articles.ingest.statements.dates import (
    read_date,
    read_day_and_minutes,
    read_day_and_section,
    read_day_of_post,
    read_day_of_visit,
    read_day_parted_by_blanks,
    read_day_taken_over,
    read_day_with_blanks,
    read_other_day,
    read_season,
    read_sentence_on_day,
    read_update,
    read_year,
)
from articles.ingest.statements.events import read_day_of_event
from articles.ingest.statements.field import LONGEST_STATEMENT, SEPARATOR, Field, between, moved
from articles.ingest.statements.houses import (
    read_agency,
    read_distribution,
    read_name_and_paper,
    read_paper_and_day_in_brackets,
    read_paper_glued_to_day,
    read_paper_of_day,
    read_paper_town_and_day,
    read_quoted_paper_and_day,
    read_signature_of_agency,
    read_source_and_day,
    read_source_day_and_title,
    read_town_and_paper,
)
from articles.ingest.statements.people import read_name_and_degree
from articles.ingest.statements.periodicals import (
    SOURCE_OF_TEXT,
    read_labelled_number,
    read_labels,
    read_number_and_day,
    read_number_and_town,
    read_number_and_year,
    read_number_of_series,
    read_number_year_and_months,
    read_numbering,
    read_pages,
    read_publisher,
    read_section,
    read_volume,
)
from articles.ingest.statements.provenance import (
    read_announced_title,
    read_citation,
    read_citation_above,
    read_copyright_of_month,
    read_glued_label,
    read_house_and_posting,
    read_news_report,
    read_posting,
    read_taken_from,
    read_title_of_release,
)
from articles.ingest.statements.rights import read_author_with_rights, read_rights
from articles.ingest.vocabulary import PAPER_WORDS
from kzarchive.patterns import Pattern

_READERS: tuple[Callable[[str], list[Field] | None], ...] = (
    read_copyright_of_month,
    read_day_with_blanks,
    read_distribution,
    read_quoted_paper_and_day,
    read_byline_and_issue,
    read_day_posted_and_written,
    read_author_with_rights,
    read_rights,
    read_citation,
    read_news_report,
    read_posting,
    read_house_and_posting,
    read_taken_from,
    read_announced_title,
    read_title_of_release,
    read_author_of_work,
    read_name_and_title,
    read_name_and_town,
    read_name_and_house,
    read_name_and_posts,
    read_name_and_publishing,
    read_title_and_name,
    read_name_in_town,
    read_name_and_capitals,
    read_citation_above,
    read_publisher,
    read_name_and_journal,
    read_glued_label,
    read_name_turned_and_day,
    read_names_with_towns,
    read_names_turned,
    read_byline_and_name_turned,
    read_agency,
    read_town_and_paper,
    read_labelled_number,
    read_labels,
    read_number_and_town,
    read_volume,
    read_pages,
    read_number_of_series,
    read_number_and_day,
    read_number_and_year,
    read_number_year_and_months,
    read_numbering,
    read_section,
    read_day_of_event,
    read_season,
    read_year,
    read_sentence_on_day,
    read_day_of_post,
    read_day_and_minutes,
    read_day_and_section,
    read_day_parted_by_blanks,
    read_day_taken_over,
    read_day_of_visit,
    read_date,
    read_update,
    read_other_day,
    read_signature_of_agency,
    read_desk_credits,
    read_prepared_by,
    read_name_town_and_paper,
    read_name_turned_with_colon,
    read_name_and_degree,
    read_class_and_author,
    read_capitals_and_degree,
    read_paper_glued_to_day,
    read_paper_town_and_day,
    read_paper_and_day_in_brackets,
    read_name_and_paper,
    read_day_and_byline,
    read_name_and_post,
    read_paper_of_day,
    read_source_and_day,
    read_source_day_and_title,
    read_unnamed,
    read_name_and_label,
    read_byline,
)
# Who stands where: a caption, whose day is the picture's.
PLACES_ON_PICTURE = Pattern(
    r"(?<=\w\s)\((?:far\s)?(?-i:[LRC]|[LR]-[LRC])\)|\((?:(?:second|third|2nd|3rd|far|center|centre) )?(?:from )?(?:left|right|cent(?:er|re))\)", re.I
)


_COUNT_OF_PAGES = Pattern(r"[0-9]{1,4}\s(?:seiten|pages|pp\.|стр\.|страниц[аы]?|sayfa|бет)", re.I)


@remembered
def read_statement(line: str) -> tuple[Field, ...] | None:
    """Return the fields that ``line`` (as it stands, no blanks folded) states, or None if it is no such line.

    A line of parts with bars or dots between them is one if each part is.
    """
    fields = _read_whole_line(line)
    return None if fields is None else tuple(fields)


def _read_whole_line(line: str) -> list[Field] | None:
    if len(line) > LONGEST_STATEMENT or PLACES_ON_PICTURE.search(line):
        return None
    for reader in _READERS:
        fields = reader(line)
        if fields is not None:
            return fields
    parts = between(SEPARATOR, line)
    if len(parts) < 2:
        return _read_sentences(line) or _read_labelled_parts(line)
    if len(parts) > 8:
        return None
    found: list[Field] = []
    for start, end in parts:
        if start == end or _COUNT_OF_PAGES.fullmatch(line[start:end]):
            continue
        fields = next((fields for reader in _READERS if (fields := reader(line[start:end])) is not None), None)
        if fields is None:
            return None
        found += [moved(field, start) for field in fields]
    return found


_BEFORE_LABEL = Pattern(
    r"\s+(?=(?:[Bb]y|[Ss]ource|[Aa]uthor|[Pp]ublished|[Pp]osted|[Uu]pdated|[Dd]ate|"
    r"[Qq]uelle|[Aa]utor(?:in)?|[Dd]atum|[Aa]uteure?)\s?:)"
)


def _read_labelled_parts(line: str) -> list[Field] | None:
    """A line of statements with nothing between them but the label of the next: "By NAME Source: PAPER Published: DATE"."""
    parts = between(_BEFORE_LABEL, line)
    if not 2 <= len(parts) <= 6:
        return None
    found: list[Field] = []
    for start, end in parts:
        part = line[start:end].rstrip()
        source = SOURCE_OF_TEXT.fullmatch(part)
        if source:  # an agency tells where its news is from, and prints nothing
            is_paper = any(word in PAPER_WORDS for word in source["name"].split())
            fields = [Field("publication", source["name"], *source.span("name"))] if is_paper else []
        else:
            fields = next((fields for reader in _READERS if (fields := reader(part)) is not None), None)
        if fields is None:
            return None
        found += [moved(field, start) for field in fields]
    return found if {"authors", "published_on"} <= {field.name for field in found} else None


_BETWEEN_SENTENCES = Pattern(r"\.\s+(?=[^\W\d_])")


def _read_sentences(line: str) -> list[Field] | None:
    """A line that says in a sentence each when a text was published and who wrote it: "Published on DATE. Author: NAME. First printed elsewhere."."""
    parts = between(_BETWEEN_SENTENCES, line) if len(line.split()) <= 25 else []
    found: list[Field] = []
    for start, end in parts if 2 <= len(parts) <= 4 else ():
        fields = read_date(line[start:end].rstrip(".")) or read_byline(line[start:end])
        if fields is None and end - start > 60:
            return None
        found += [moved(field, start) for field in fields or ()]
    return found if {"authors", "published_on"} <= {field.name for field in found} else None
