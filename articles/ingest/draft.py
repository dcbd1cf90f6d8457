"""From the bytes of a capture to the record the archive proposes, with a note of each doubt and the place of each statement."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from articles.ingest.absence import judge_page, reason_for_no_article
from articles.ingest.below import (
    keep_references,
    part_call_to_read_on,
    part_rights_above_notes,
    part_signature,
    remove_headline_of_next,
    remove_note_in_brackets,
    remove_notes_below,
)
from articles.ingest.blocks import gather_body, merge_removed
from articles.ingest.cables import read_cable
from articles.ingest.captions import find_captions, find_captions_glued_to_text
from articles.ingest.clean import clean
from articles.ingest.dateline import part_dateline
from articles.ingest.dating import settle_date, weigh_dates
from articles.ingest.declared import read_markup, settle_names
from articles.ingest.extent import head_and_tail, lines_of_head
from articles.ingest.issue_years import read_year_of_issue
from articles.ingest.journals import read_head_of_journal, read_history_of_article
from articles.ingest.language import detect_language
from articles.ingest.learned.days import vote_on_day
from articles.ingest.learned.margins import leave_out_margins
from articles.ingest.learned.people import vote_on_authors
from articles.ingest.marks import part_marks_of_markup
from articles.ingest.opening import remove_labels_above_text, remove_note_of_star
from articles.ingest.origin import find_publication, find_section, leave_out_site_among_authors, state_paper_above_byline
from articles.ingest.overlooked import read_statements_below_lead
from articles.ingest.parts import keep_first_article
from articles.ingest.people.behind_title import read_names_behind_title
from articles.ingest.people.biographies import read_biographies, read_life_with_link, read_lives_below_title
from articles.ingest.people.bylines import (
    part_author_before_dateline,
    part_author_before_text,
    part_author_from_title,
    read_byline_below_title_again,
    read_labelled_author_below,
    read_line_below_lead,
    read_writer_told_in_deck,
)
from articles.ingest.people.cited import read_names_of_citation
from articles.ingest.people.further_names import read_further_names
from articles.ingest.people.lines_of_names import read_lines_of_names, read_scholar_above_text
from articles.ingest.people.lives_below import remove_links_to_more
from articles.ingest.people.reporters import read_reporter_of_agency
from articles.ingest.people.roles import read_affiliations, read_labelled_house, read_line_of_role, read_role_below_text
from articles.ingest.people.signatures import read_credits_of_desk
from articles.ingest.preliminaries import (
    remove_bar_before_text,
    remove_boxes_above_path,
    remove_boxes_above_signed_headline,
    remove_boxes_above_text,
    remove_contents_above_text,
    remove_key_points_above_report,
    remove_lead_printed_again,
    remove_life_above_headline,
    remove_menu_in_groups,
    remove_motto_above_headline,
    remove_news_of_others,
    remove_numbers_of_paragraphs,
    remove_path_over_lines,
    remove_publication_above_text,
    remove_repeated_offers,
    remove_tags_of_dump,
    remove_talk_above_text,
    remove_ticker_above_site,
    remove_uploader,
)
from articles.ingest.quality import judge_passages, judge_state, judge_translation, settle_language
from articles.ingest.read import read
from articles.ingest.reading import Reading
from articles.ingest.record import Doubt, Draft, Removed
from articles.ingest.sources import sources_beside
from articles.ingest.statements.names import without_degrees
from articles.ingest.stating import below_known, read_lines_below, read_lines_of_dates, read_statements, remove_lines_of_event
from articles.ingest.sweeping import leave_out_pictures_of_authors, remove_points_above_text, sweep_head, sweep_tail
from articles.ingest.tables import (
    read_deposit_in_line,
    read_journal_and_year,
    read_names_of_repository,
    read_record_in_line,
    read_rows_of_labels,
    read_tables_of_labels,
)
from articles.ingest.titles.below_lead import find_headline_below_lead
from articles.ingest.titles.choice import find_title
from articles.ingest.titles.cover import leave_out_head_of_press, read_cover_of_publisher
from articles.ingest.titles.languages import remove_titles_in_other_languages
from articles.ingest.titles.one_breath import part_title_and_names_before_text, read_head_of_publisher
from articles.ingest.titles.repeated import (
    part_doubled_heads,
    part_doubled_names,
    part_glued_picture_name,
    part_glued_title,
    part_name_before_repeated_title,
    part_title_of_window,
    part_title_printed_twice,
    remove_crumbs_glued_to_title,
    remove_repeated_titles,
)
from articles.ingest.titles.subtitles import find_standfirst, find_subtitle
from kzarchive.patterns import Pattern


def draft(data: bytes, *, filename: str | None = None, today: dt.date) -> Draft:
    """Return the record proposed for the capture ``data``. Raises UnreadableCapture.

    Dates later than the day after ``today`` are not believed: that far apart are the calendars of the world.
    """
    return _compose(Reading(read(data, filename=filename), today))


def draft_of_part(data: bytes, part: tuple[int, int], *, filename: str | None = None, today: dt.date) -> Draft:
    """Return the record proposed for one article of a capture that holds several: the one that stands at ``part`` of its text layer.

    All spans count the whole text layer, of which everything outside ``part`` is left out. Raises UnreadableCapture, and ValueError
    if the text layer has no such stretch.
    """
    layer = read(data, filename=filename)
    start, end = part
    if not 0 <= start < end <= len(layer.text):
        raise ValueError(f"The text layer has {len(layer.text)} characters: {start} to {end} is no part of it.")
    markup = layer.markup and layer.markup.within(start, end)
    found = _compose(Reading(replace(layer, text=layer.text[start:end], markup=markup), today))
    outside = [Removed(*span, "next article") for span in ((0, start), (end, len(layer.text))) if layer.text[slice(*span)].strip()]
    moved = [Removed(r.start + start, r.end + start, r.rule) for r in found.removed]
    return replace(
        found,
        spans={name: tuple((a + start, b + start) for a, b in spans) for name, spans in found.spans.items()},
        sources=tuple(replace(source, start=source.start + start, end=source.end + start) for source in found.sources),
        removed=tuple(sorted([*moved, *outside], key=lambda stretch: stretch.start)),
        parts=(part,),
        text_layer=layer.text,
    )


def _compose(reading: Reading) -> Draft:
    clean(reading.page)
    part_marks_of_markup(reading)
    reason = None if read_cable(reading) else reason_for_no_article(reading)
    if reason:
        return _draft_without_article(reading, reason)
    part_rights_above_notes(reading)
    keep_first_article(reading)
    remove_menu_in_groups(reading)
    remove_repeated_offers(reading)
    remove_news_of_others(reading)
    remove_lead_printed_again(reading)
    remove_key_points_above_report(reading)
    remove_talk_above_text(reading)
    remove_uploader(reading)
    remove_boxes_above_text(reading)
    remove_boxes_above_signed_headline(reading)
    remove_ticker_above_site(reading)
    remove_motto_above_headline(reading)
    remove_contents_above_text(reading)
    remove_publication_above_text(reading)
    remove_boxes_above_path(reading)
    remove_path_over_lines(reading)
    remove_tags_of_dump(reading)
    remove_life_above_headline(reading)
    remove_crumbs_glued_to_title(reading)
    part_title_of_window(reading)
    find_captions(reading)
    remove_notes_below(reading)
    part_doubled_heads(reading)
    part_doubled_names(reading)
    part_name_before_repeated_title(reading)
    part_title_printed_twice(reading)
    read_record_in_line(reading)
    read_deposit_in_line(reading)
    read_names_of_repository(reading)
    read_journal_and_year(reading)
    read_tables_of_labels(reading)
    read_rows_of_labels(reading)
    read_head_of_journal(reading)
    read_history_of_article(reading)
    part_author_before_dateline(reading)
    read_cover_of_publisher(reading)
    read_head_of_publisher(reading)
    part_title_and_names_before_text(reading)
    find_headline_below_lead(reading)
    head, tail = head_and_tail(reading)
    part_signature(reading)
    remove_lines_of_event(reading, head)
    read_statements(reading, head)
    read_scholar_above_text(reading)
    read_statements(reading, below_known(reading, [i for i in tail if i < reading.foot]))
    read_markup(reading, head)
    state_paper_above_byline(reading, head)
    find_title(reading, head)
    remove_titles_in_other_languages(reading)
    part_author_from_title(reading)
    read_names_behind_title(reading)
    leave_out_head_of_press(reading)
    part_glued_title(reading)
    part_glued_picture_name(reading)
    read_life_with_link(reading)
    find_standfirst(reading)
    head = lines_of_head(reading, head)
    read_statements(reading, below_known(reading, tail))
    read_lines_of_dates(reading, head)
    read_lines_below(reading, below_known(reading, tail))
    part_author_before_text(reading)
    read_lines_of_names(reading, head, below_known(reading, tail))
    read_labelled_author_below(reading)
    read_further_names(reading)
    read_reporter_of_agency(reading)
    read_credits_of_desk(reading)
    read_line_below_lead(reading)
    read_writer_told_in_deck(reading)
    read_byline_below_title_again(reading)
    read_affiliations(reading, head)
    read_labelled_house(reading)
    read_line_of_role(reading)
    read_role_below_text(reading)
    read_lives_below_title(reading)
    settle_names(reading)
    read_biographies(reading)
    remove_links_to_more(reading)
    read_names_of_citation(reading)
    read_statements_below_lead(reading)
    read_year_of_issue(reading)
    weigh_dates(reading, tail)
    find_subtitle(reading, head)
    remove_repeated_titles(reading)
    find_section(reading, head)
    sweep_head(reading, head)
    remove_points_above_text(reading)
    find_publication(reading)
    leave_out_site_among_authors(reading)
    remove_note_in_brackets(reading)
    sweep_tail(reading, tail)
    keep_references(reading)
    remove_headline_of_next(reading)
    remove_numbers_of_paragraphs(reading)
    remove_bar_before_text(reading)
    part_dateline(reading)
    find_captions_glued_to_text(reading)
    remove_note_of_star(reading)
    remove_labels_above_text(reading)
    leave_out_margins(reading)
    part_call_to_read_on(reading)
    vote_on_authors(reading)
    leave_out_pictures_of_authors(reading)
    vote_on_day(reading)
    body = gather_body(reading)
    text = "\n\n".join(body.blocks)
    judge_page(reading, text)
    language = settle_language(reading, text)
    published_on = settle_date(reading, text, language)
    quality = (*judge_translation(reading, text, language), *judge_passages(reading, body, language), *judge_state(reading, text))
    value = reading.values.get
    return Draft(
        title=value("title"),
        subtitle=value("subtitle"),
        authors=tuple(replace(author, name=without_degrees(author.name)) for author in reading.authors),
        byline=value("byline"),
        publication=value("publication"),
        publisher=value("publisher"),
        section=value("section"),
        volume=value("volume"),
        issue=value("issue"),
        pages=value("pages"),
        published_on=published_on,
        published_basis="stated" if published_on else None,
        dateline=value("dateline"),
        language=language,
        quality=quality,
        rights=value("rights"),
        source_url=value("source_url"),
        body=text,
        kinds="".join(body.kinds),
        captions=tuple(body.captions),
        removed=merge_removed(reading),
        spans={name: tuple(sorted(set(spans))) for name, spans in sorted(reading.spans.items()) if spans},
        parts=reading.parts,
        doubts=tuple(reading.doubts),
        sources=tuple(sources_beside(reading.layer.text, _lines_that_name_sources(reading), published_on=published_on)),
        encoding=reading.layer.encoding,
        encoding_basis=reading.layer.encoding_basis,
        media_type=reading.layer.media_type,
        text_layer=reading.layer.text,
    )


_NAMES_SOURCES = frozenset({"agency signature", "source line", "note of republication", "broadcast note"})
_IS_SIGNATURE = Pattern(r"(?:///|(?:source|quelle|kaynak|источник|дереккөз)\s?[:–—-])\s?\S", re.I)


def _lines_that_name_sources(reading: Reading) -> list[tuple[int, int]]:
    """Return the stretches beside the body that say where its text or its news come from: lines left out, and lines that state a field."""
    page = reading.page
    lines = [i for i, rule in page.removed.items() if rule in _NAMES_SOURCES]
    lines += [i for i in reading.stated if page.is_short(i) and _IS_SIGNATURE.match(page.raw(i))]
    spans = [(page.start(i), page.end(i)) for i in lines if reading.length(i) <= 700]
    return sorted({*spans, *([reading.signature] if reading.signature else [])})


def _draft_without_article(reading: Reading, reason: str) -> Draft:
    """Return a draft of nothing: no field, no text, all of the page left out."""
    text = reading.layer.text
    reading.doubts.append(Doubt("no-article", reason))
    stripped = text.strip()
    start = text.index(stripped)
    nothing = dict.fromkeys(
        ("title", "subtitle", "byline", "publication", "publisher", "section", "volume", "issue", "pages", "published_on", "published_basis",
         "dateline", "rights", "source_url")
    )  # fmt: skip
    return Draft(
        **nothing,
        authors=(),
        language=detect_language(text, hint=reading.layer.markup.statements.get("lang") if reading.layer.markup else None),
        quality=(),
        body="",
        kinds="",
        captions=(),
        removed=(Removed(start, start + len(stripped), "page without an article"),),
        spans={},
        parts=((0, len(text)),),
        doubts=tuple(reading.doubts),
        sources=(),
        encoding=reading.layer.encoding,
        encoding_basis=reading.layer.encoding_basis,
        media_type=reading.layer.media_type,
        text_layer=text,
    )
