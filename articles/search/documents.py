"""What of an article is searched, in which part of the index, and under which tags; and the rows that say what was entered."""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from articles.models import AlsoPrinted, Article, Claim, Contribution, DeskDocument, PublicDocument, TaggedEntity, TaggedTopic, Version
from kzarchive.text import EDITION, EVERYTHING, GAP, terms


class Part(StrEnum):
    """A part of the index. The public one holds what the public may search and nothing else: its counts and statistics tell nothing more."""

    PUBLIC = "public"
    DESK = "desk"

    @property
    def rows(self):
        return PublicDocument if self is Part.PUBLIC else DeskDocument


# No word has a sign like these: a word that is cut from a text is letters and digits.
# What the values of these kinds are is ours to say: an article's access, the notes on its quality, and whether it has public claims,
# or claims in dispute. Their tags are numbered from 1 on, so a value goes to the end.
LISTED = {
    "access": ("r", ("full", "excerpt", "record")),
    "quality": ("q", ("machine-translated", "truncated", "spun", "ocr")),
    "claims": ("c", ("any", "disputed")),
}
WHOLE = "_whole"  # on a public document that nothing is kept from
# Where a word stands, written before it: what is to stand in a title is then found by the title's words alone.
IN_TITLE, IN_RECORD = "=", "~"

# A tag as a number of 32 bits: its letter's place here in the upper three, the key or the year below.
LETTERS = "paetycqr"
_SHIFT = 29
_MASK = (1 << _SHIFT) - 1
assert (array("I").itemsize, sys.byteorder) == (4, "little")  # as the rows hold them

MANY_CODES = 10_000  # from so many on they are counted by numpy
MOST_COUNTED_ONE_BY_ONE = 12  # languages
MOST_COUNTED_IN_PLACE = 4_000_000  # a larger key would ask for a table of as many counts

# PostgreSQL holds a megabyte of terms and their places for one text, and both engines are to hold the same.
MOST_BYTES = 900_000
MOST_YEARS = 150  # that the date of one article is counted under


@dataclass(frozen=True)
class Document:
    """One article in one part of the index. Each of its columns holds terms apart by blanks.

    ``tags`` has the facet values: a letter for the kind, then a primary key, a year or a language. ``marks`` has further tokens,
    which are found and never counted.
    """

    article_id: int
    title: str
    record: str
    body: str
    tags: str
    marks: str
    earliest: int | None
    latest: int | None
    version_id: int | None

    @property
    def filters(self) -> str:
        """The tokens by which filters find the document."""
        return " ".join([EVERYTHING, *(f"_{tag}" for tag in self.tags.split()), *self.marks.split()])

    @property
    def tokens(self) -> str:
        """Those of ``filters``, and the words of the titles, in their order, behind the sign of where they stand."""
        return " ".join([self.filters, *(f"{IN_TITLE}{term}" for term in self.title.split())])

    @property
    def digest(self) -> str:
        whole = "\n".join([str(EDITION), self.title, self.record, self.body, self.tags, self.marks, str(self.earliest), str(self.latest)])
        return hashlib.blake2b(whole.encode(), digest_size=8).hexdigest()


def language_tag(language: str) -> str:
    """Return a language as it stands in a tag: letters, digits and underscores."""
    return "".join(char if char.isascii() and char.isalnum() else "_" for char in language.casefold())


def listed_tag(kind: str, value: str) -> str | None:
    """Return the tag of a value of ``LISTED``; None where it is none."""
    letter, values = LISTED[kind]
    return f"{letter}{values.index(value) + 1}" if value in values else None


def listed_value(kind: str, number: str) -> str:
    """Return the value whose tag has this number."""
    return LISTED[kind][1][int(number) - 1]


@dataclass(frozen=True)
class Source:
    """One article with what is entered of it: its record, the version that is shown or drafted, and the rows that hang on it."""

    article: Article
    version: Version | None
    claims: tuple[str, ...]  # of the values that LISTED has of them
    rows: tuple[Row, ...]

    @classmethod
    def of_draft(cls, article: Article, version: Version, byline: Iterable[Contribution]) -> Source:
        """Return what is entered of a draft of which nothing is there yet but its text and its by-line."""
        return cls(article, version, (), tuple(Row("a", row.author_id or 0, row.name, row.position) for row in byline))

    def of_kind(self, kind: str) -> list[Row]:
        return [row for row in self.rows if row.kind == kind]


class Row(NamedTuple):
    """A name of a by-line, another printing, an entity or a topic, as far as it is searched."""

    kind: str  # the letter of its tag; "p" for a printing, which has none of its own
    key: int  # 0: none
    words: str
    place: int


class Read(NamedTuple):
    """What is entered of some articles, and what the index holds of them, at one time."""

    sources: dict[int, Source]
    held: dict[Part, dict[int, Any]]  # the rows of each part of the index
    versions: dict[int, Version]  # those that are shown or drafted, and those that were entered

    def entered(self, part: Part, rows: Iterable[Any]) -> dict[int, Document]:
        """As the function does, of rows of these articles, which asks for nothing then."""
        return entered(part, rows, versions=self.versions, pids={key: source.article.pid for key, source in self.sources.items()})

    def is_read_anew(self, pk: int) -> bool:
        """Say whether the public may search other words of this article than were entered, or finds other entities with it."""
        source, row = self.sources[pk], self.held[Part.PUBLIC].get(pk)
        before = self.versions.get(row.version_id) if row else None
        if before is None or source.version is None or _public_words(before) != _public_words(source.version):
            return True
        return {tag for tag in tags_of(bytes(row.codes), "") if tag[0] == "e"} != {f"e{hanging.key}" for hanging in source.of_kind("e")}


def read(article_ids: Iterable[int], *, at_hand: Mapping[int, Sequence[Version]] | None = None) -> Read:
    """Read these articles, as far as they are there, and their rows. Two queries, and one more where an article has no version.

    ``at_hand`` has versions of articles without claims, the one that is shown first: they and their articles are not asked for again.
    """
    ids = list(article_ids)
    rows, held = _rows_and_held(ids)
    entered_as = {(pk, row.version_id) for part in Part for pk, row in held[part].items() if row.version_id}
    given = {
        pk: versions for pk, versions in (at_hand or {}).items() if {v for k, v in entered_as if k == pk} <= {version.pk for version in versions}
    }
    known = Read(
        {pk: Source(shown.article, shown, (), tuple(rows.get(pk, ()))) for pk, (shown, *_) in given.items() if pk in ids},
        held,
        {version.pk: version for versions in given.values() for version in versions},
    )
    if not (ids := [pk for pk in ids if pk not in given]):
        return known
    claims = Claim.objects.public().filter(article=OuterRef("article_id")).order_by()
    is_shown = Q(pk=F("article__current")) | Q(article__current=None, number=1)
    was_entered = Q(pk__in={row.version_id for part in Part for row in held[part].values()} - {None})
    asked = Version.objects.filter(is_shown | was_entered, article__in=ids).select_related("article")
    versions = list(asked.annotate(has_claims=Exists(claims), has_disputed=Exists(claims.disputed())).order_by())
    found = {}
    for version in versions:
        article = version.article
        if version.pk == article.current_id or (article.current_id is None and version.number == 1):
            article.current = version if article.current_id else None
            claimed = ("any",) * version.has_claims + ("disputed",) * version.has_disputed
            found[article.pk] = Source(article, version, claimed, tuple(rows.get(article.pk, ())))
    if without := set(ids) - found.keys():
        for article in Article.objects.filter(pk__in=without):
            found[article.pk] = Source(article, None, (), tuple(rows.get(article.pk, ())))
    return Read(known.sources | found, held, known.versions | {version.pk: version for version in versions})


def sources_of(article_ids: Iterable[int]) -> dict[int, Source]:
    """Return what is entered of each of these articles that is there."""
    return read(article_ids).sources


# The columns of the union that reads what hangs on articles: those of a row of the index, then those of a ``Row``.
_HELD = [field.attname for field in PublicDocument._meta.concrete_fields]
_NO_HELD = [Cast(Value(None), type(field)()) for field in (PublicDocument._meta.get_field(name) for name in _HELD[1:])]
_NO_ROW = [Cast(Value(None), TextField()), Cast(Value(None), BigIntegerField()), Cast(Value(None), TextField()), Cast(Value(None), BigIntegerField())]


def _held_rows(ids: list[int]) -> list[QuerySet]:
    return [part.rows.objects.filter(pk__in=ids).order_by().values_list(Value(place), *_HELD, *_NO_ROW) for place, part in enumerate(Part)]


def _rows_and_held(ids: list[int]) -> tuple[dict[int, list[Row]], dict[Part, dict[int, Any]]]:
    """Return what hangs on these articles and is searched with them, and what the index holds of them, in one query."""
    neither = Value(len(Part))
    names, printings = Contribution.objects.filter(article__in=ids), AlsoPrinted.objects.filter(article__in=ids)
    public, *others = _held_rows(ids)
    asked = public.union(
        *others,
        names.order_by().values_list(neither, "article_id", *_NO_HELD, Value("a"), Coalesce("author_id", 0), "name", "position"),
        printings.order_by().values_list(neither, "article_id", *_NO_HELD, Value("p"), Value(0), Coalesce("title", Value("")), "pk"),
        *(
            tags.objects.filter(content_object__in=ids)
            .order_by()
            .values_list(neither, "content_object_id", *_NO_HELD, Value(kind), "tag_id", Value(""), Value(0))
            for tags, kind in ((TaggedEntity, "e"), (TaggedTopic, "t"))
        ),
        all=True,
    )
    rows: dict[int, list[Row]] = {}
    held = []
    for place, article, *values in asked:
        if place < len(Part):
            held.append((place, article, *values[: len(_NO_HELD)]))
        else:
            rows.setdefault(article, []).append(Row(*values[len(_NO_HELD) :]))
    for hanging in rows.values():
        hanging.sort()
        hanging.sort(key=lambda row: row.place)
    return rows, _by_part(held)


def _by_part(held: Iterable[tuple]) -> dict[Part, dict[int, Any]]:
    found: dict[Part, dict[int, Any]] = {part: {} for part in Part}
    for place, *values in held:
        part = list(Part)[place]
        row = part.rows(**dict(zip(_HELD, values, strict=True)))
        found[part][row.pk] = row
    return found


def documents_of(article_ids: Iterable[int]) -> dict[Part, dict[int, Document]]:
    """Return what each part of the index is to hold of these articles, by article, in a fixed number of queries."""
    return documents_from(sources_of(article_ids).values())


def documents_from(sources: Iterable[Source]) -> dict[Part, dict[int, Document]]:
    """Return what each part of the index is to hold of ``sources``, by article."""
    found: dict[Part, dict[int, Document]] = {Part.PUBLIC: {}, Part.DESK: {}}
    for source in sources:
        for part, document in _documents(source):
            found[part][source.article.pk] = document
    return found


def _documents(source: Source) -> Iterable[tuple[Part, Document]]:
    article, version = source.article, source.version
    record = version.record if version is not None and version.record is not None else _record_of_draft(source)
    body = version.body if version is not None else ""
    tags = [
        *(f"p{article.publication_id}" for _ in range(article.publication_id is not None)),
        *sorted(f"a{row.key}" for row in source.of_kind("a") if row.key),
        *sorted(f"e{row.key}" for row in source.of_kind("e")),
        *sorted(f"t{row.key}" for row in source.of_kind("t")),
        *(f"y{year}" for year in _years(article)),
        *_listed("claims", source.claims),
        *_listed("quality", sorted({note.partition(":")[0] for note in article.quality})),
        *_listed("access", [article.access]),
        *(f"l{language_tag(article.language)}" for _ in range(bool(article.language))),
    ]
    frozen = version.pk if version is not None and version.record is not None else None
    is_public = article.state == Article.State.PUBLISHED
    is_whole = is_public and _is_whole(article, body)

    def document(shown: str, *marks: str) -> Document:
        title, further, text, names = words_of(record, shown, article.pid)
        return Document(
            article.pk, title, further, text, " ".join(tags), " ".join([*marks, *names]), _ordinal(article.published_earliest),
            _ordinal(article.published_latest), frozen,
        )  # fmt: skip

    if is_public:
        yield Part.PUBLIC, document(body if is_whole else "", *([WHOLE] if is_whole else []))
    if not is_whole:
        yield Part.DESK, document(body)


def _listed(kind: str, values: Iterable[str]) -> list[str]:
    return [tag for value in values if (tag := listed_tag(kind, value))]


def _is_whole(article: Article, body: str) -> bool:
    return article.access != Article.Access.RECORD or not body


def public_words(article: Article) -> str:
    """Return what the public may search of a published ``article``, as it is written: titles, abstract, and the text where it is not withheld."""
    return _public_words(article.current)


def _public_words(version: Version) -> str | None:
    """Return the same of a version while it is shown; None where it was never shown. A frozen record has the access it is shown with."""
    if (record := version.record) is None:
        return None
    titles = [record[name] for name in Article.TITLES]
    is_shown = record["access"] != Article.Access.RECORD or not version.body
    return "\n\n".join(filter(None, [*titles, record["abstract"], version.body if is_shown else ""]))


def _record_of_draft(source: Source) -> dict[str, Any]:
    """Return as much of the record as is searched, as a version would freeze it."""
    names = ("title", "subtitle", "title_romanised", "title_translated", "byline", "abstract", "language")
    return {
        **{name: getattr(source.article, name) for name in names},
        "authors": [{"name": row.words} for row in source.of_kind("a")],
        "also_printed": [{"title": row.words} for row in source.of_kind("p")],
    }


def _years(article: Article) -> range:
    if article.published_latest is None:
        return range(0)
    first, last = article.published_earliest.year, article.published_latest.year
    return range(max(first, last - MOST_YEARS + 1), last + 1)


def _ordinal(day: dt.date | None) -> int | None:
    return None if day is None else day.toordinal()


def words_of(record: Mapping[str, Any], body: str, pid: str) -> tuple[str, str, str, list[str]]:
    """Return the words of the titles, of the record and of the text, and the tokens of the names in the by-line."""
    language = record["language"]
    names = [author["name"] for author in record["authors"]]
    title = [(record["title"], language), (record["subtitle"], language), (record["title_romanised"], None), (record["title_translated"], None)]
    printings = [(printing["title"], language) for printing in record["also_printed"]]
    further = [(record["abstract"], None), *((name, language) for name in names), (record["byline"], language), *printings, (pid, None)]
    text = terms(body, language)
    return _joined(title), _joined(further), " ".join(_within(text, len(body))), sorted({f"_n{term}" for name in names for term in terms(name)})


def _joined(texts: Iterable[tuple[str | None, str | None]]) -> str:
    return f" {GAP} ".join(" ".join(terms(text, language)) for text, language in texts if text)


def _within(words: list[str], characters: int) -> list[str]:
    """Return as many of ``words``, from the first on, as the index holds of one text."""
    if characters < MOST_BYTES // 8:  # no character takes more, its place included
        return words
    size, known = 0, set()
    for count, word in enumerate(words):
        size += 2
        if word not in known:
            known.add(word)
            size += len(word.encode()) + 6
        if size > MOST_BYTES:
            return words[:count]
    return words


def row_of(part: Part, document: Document):
    """Return the row that is kept of ``document``."""
    kept = None if document.version_id else zlib.compress("\n".join([document.title, document.record, document.body, document.marks]).encode())
    tags = document.tags.split()
    return part.rows(
        article_id=document.article_id, codes=_packed(tag for tag in tags if tag[0] != "l"),
        language=next((tag[1:] for tag in tags if tag[0] == "l"), ""), earliest=document.earliest, latest=document.latest,
        version_id=document.version_id, digest=document.digest, edition=EDITION, kept=kept,
    )  # fmt: skip


def _packed(tags: Iterable[str]) -> bytes:
    return array("I", [LETTERS.index(tag[0]) << _SHIFT | int(tag[1:]) for tag in tags]).tobytes()


def tags_of(codes: bytes, language: str) -> list[str]:
    """Return the tags that a row keeps."""
    return [*(f"{LETTERS[code >> _SHIFT]}{code & _MASK}" for code in array("I", codes)), *([f"l{language}"] if language else [])]


def _in_order(codes: bytes) -> Iterable[tuple[str, list[tuple[str, int]]]]:
    """Yield each kind of ``codes`` with its values and how often each stands there, the most frequent first, then the smallest."""
    if len(codes) < MANY_CODES * 4:
        counted_codes = Counter(array("I", codes))
        for kind, letter in enumerate(LETTERS):
            pairs = [(-count, code & _MASK) for code, count in counted_codes.items() if code >> _SHIFT == kind]
            yield letter, [(str(value), -count) for count, value in sorted(pairs)]
        return
    # Taken up by the first search that finds thousands: a small archive, a command and a test do without its tenth of a second.
    import numpy  # noqa: PLC0415

    numbers = numpy.frombuffer(codes, dtype=numpy.uint32)
    kinds, all_values = (numbers >> _SHIFT).astype(numpy.uint8), numbers & _MASK
    for kind, letter in enumerate(LETTERS):
        of_kind = all_values[kinds == kind]
        if not len(of_kind):
            continue
        if of_kind.max() < MOST_COUNTED_IN_PLACE:
            counts = numpy.bincount(of_kind)
            values = numpy.flatnonzero(counts)
            counts = counts[values]
        else:
            values, counts = numpy.unique(of_kind, return_counts=True)
        # One number for each pair, so that they are put in order without a key: there may be thousands.
        pairs = (_MASK - counts).astype(numpy.int64) << _SHIFT | values.astype(numpy.int64)
        pairs.sort()
        yield letter, list(zip(map(str, (pairs & _MASK).tolist()), (_MASK - (pairs >> _SHIFT)).tolist(), strict=True))


def _languages(text: str) -> Counter[str]:
    """Count words apart by blanks: one after the other is counted in all of the text, which is quicker where they are few."""
    found: Counter[str] = Counter()
    rest = f" {text} ".replace(" ", "  ")
    while len(found) < MOST_COUNTED_ONE_BY_ONE and (first := rest.split(None, 1)[:1]):
        word = f" {first[0]} "
        found[first[0]] = rest.count(word)
        rest = rest.replace(word, "")
    return found + Counter(rest.split())


def counted(codes: bytes, languages: str) -> dict[str, list[tuple[str, int]]]:
    """Return how often each tag stands in ``codes``, those of many rows together, and in ``languages``, apart by blanks.

    By the letter of the kind: pairs of value and count, the most frequent first, years the latest first.
    """
    found = {letter: pairs for letter, pairs in _in_order(codes) if pairs}
    if "y" in found:
        found["y"].sort(key=lambda pair: int(pair[0]), reverse=True)
    found["l"] = sorted(_languages(languages).items(), key=lambda pair: (-pair[1], pair[0]))
    return found


def held_of(article_ids: Iterable[int]) -> dict[Part, dict[int, Any]]:
    """Return the rows that the index keeps of these articles, by part and article, in one query."""
    first, *others = _held_rows(list(article_ids))
    return _by_part(row[: 1 + len(_HELD)] for row in first.union(*others, all=True))


def entered(part: Part, rows: Iterable[Any], *, versions: Mapping[int, Version] | None = None, pids: Mapping[int, str] | None = None):
    """Return by article what this part of the index holds of the articles of ``rows`` now, word for word as it was entered.

    ``versions`` and ``pids``, of articles, are at hand, by their keys: they are not asked for again.
    """
    rows, versions, pids = list(rows), dict(versions or {}), dict(pids or {})
    by_version = {row.version_id: row.pk for row in rows if row.version_id}
    if lacking := by_version.keys() - versions.keys():
        versions |= Version.objects.in_bulk(lacking)
    if unknown := set(by_version.values()) - pids.keys():
        pids |= dict(Article.objects.filter(pk__in=unknown).values_list("pk", "pid"))
    found = {}
    for row in rows:
        if row.version_id:
            version = versions[row.version_id]
            # A frozen record never changes, nor does its access: whether the text was entered follows from it.
            is_shown = part is Part.DESK or version.record["access"] != Article.Access.RECORD
            title, record, body, names = words_of(version.record, version.body if is_shown else "", pids[row.pk])
            is_whole = part is Part.PUBLIC and (is_shown or not version.body)
            marks = " ".join([*([WHOLE] if is_whole else []), *names])
        else:
            title, record, body, marks = zlib.decompress(bytes(row.kept)).decode().split("\n")
        tags = " ".join(tags_of(bytes(row.codes), row.language))
        found[row.pk] = Document(row.pk, title, record, body, tags, marks, row.earliest, row.latest, row.version_id)
    return found
