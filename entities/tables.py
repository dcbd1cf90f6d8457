"""The authority file as two tables (CSV): one row a name, the columns of its entity repeated; and one row a relation; pure.

Cells that a spreadsheet would take for a formula are written behind an apostrophe, which is taken off again on the way in.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from entities import identifiers
from entities.formats import AuthorityError, Described, Related, kept_text, read_identifiers, read_kept_entity, read_reference, read_relation

ENTITY_COLUMNS = ("pid", "slug", "kind", "name", "description")
NAME_COLUMNS = ("text", "language", "name_kind", "from", "to", "search", "tagging", "note")
COLUMNS = (*ENTITY_COLUMNS, *identifiers.SCHEMES, *NAME_COLUMNS)
RELATION_COLUMNS = ("subject", "subject_name", "relation", "object", "object_name", "title", "from", "to", "source", "certain")

_FORMULA = re.compile(r"[=+\-@\t\r]|'+[=+\-@\t\r]")


def write_table(records: Iterable[Described]) -> str:
    """Return ``records`` as CSV, in their order, lines ending in CR LF (RFC 4180); relations are left to ``write_relations``."""
    rows = []
    for record in records:
        entity = record.entity
        about = [entity.pid, entity.slug, entity.kind, entity.name, entity.description]
        ids = [" ".join(value for scheme, value in record.identifiers if scheme == name) for name in identifiers.SCHEMES]
        for name in entity.names:
            flags = [_yes_or_no(flag) for flag in (name.search, name.tagging)]
            rows.append([*about, *ids, name.text, name.language, name.kind, name.from_year or "", name.to_year or "", *flags, name.note])
    return _written(COLUMNS, rows)


def write_relations(records: Iterable[Described]) -> str:
    """Return what ``records`` are to each other as CSV, one row a relation. The two names stand there for whoever reads it; nothing else does."""
    records = list(records)
    called = {record.reference: record.entity.name for record in records}
    rows = []
    for record in records:
        for one in record.entity.relations:
            ends = [one.title, one.began_on, one.ended_on, one.source]
            pair = [record.reference, record.entity.name, one.kind, one.object, called.get(one.object, "")]
            rows.append([*pair, *(value or "" for value in ends), _yes_or_no(one.is_certain)])
    return _written(RELATION_COLUMNS, rows)


def _written(columns: Iterable[str], rows: Iterable[list]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_quoted(str(cell)) for cell in row] for row in rows)
    return out.getvalue()


def _yes_or_no(flag: bool) -> str:
    return "yes" if flag else "no"


def _quoted(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def holds_relations(text: str) -> bool:
    """Whether ``text`` is a table of relations, by its first column."""
    return text.startswith((RELATION_COLUMNS[0], f'"{RELATION_COLUMNS[0]}"'))


def read_table(text: str) -> list[Described]:
    """Return the entities of a table, in the order of their first rows. Raises AuthorityError, naming the line, at the first fault."""
    items: dict[str, dict] = {}
    for line, row in _rows_of(text, COLUMNS):
        _take_name(line, row, items)
    return [_described(item) for item in items.values()]


def read_relations(text: str) -> list[Related]:
    """Return the relations of a table, in its order. Raises AuthorityError, naming the line, at the first fault."""
    found: dict[tuple, tuple[int, Related]] = {}
    for line, row in _rows_of(text, RELATION_COLUMNS):
        where = f"Line {line}"
        subject = read_reference(row["subject"], f"{where}: subject")
        fields = {"kind": row["relation"], "object": read_reference(row["object"], f"{where}: object")}
        fields |= {key: row[key] for key in ("title", "from", "to", "source") if row[key]}
        relation = read_relation({**fields, "certain": _flag(row, "certain", where)}, where, text_of=kept_text)
        first, _ = found.setdefault((subject, relation.identity), (line, (subject, relation)))
        if first != line:
            raise AuthorityError(f"{where}: it speaks of the relation of line {first} once more.")
    return [related for _, related in found.values()]


def _rows_of(text: str, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row below a heading of ``columns`` with the number of the line it ends in; no row stands there twice."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    seen: dict[tuple[str, ...], int] = {}
    try:
        heading = next(rows, [])
        _check_heading(heading, columns)
        for cells in rows:
            if not any(cells):
                continue
            line = rows.line_num
            if len(cells) != len(heading):
                raise AuthorityError(f"Line {line}: {len(cells)} cells stand under {len(heading)} columns.")
            if (first := seen.setdefault(tuple(cells), line)) != line:
                raise AuthorityError(f"Line {line}: it is line {first} once more.")
            yield line, dict(zip(heading, map(_bare, cells), strict=True))
    except csv.Error as error:
        raise AuthorityError(f"Line {rows.line_num} is not CSV: {error}.") from None


def _check_heading(heading: list[str], columns: tuple[str, ...]) -> None:
    if len(set(heading)) < len(heading):
        raise AuthorityError("Line 1: a column stands there twice.")
    if missing := [name for name in columns if name not in heading]:
        raise AuthorityError(f"Line 1: the column “{missing[0]}” is missing. The columns are {', '.join(columns)}.")
    if unknown := [name for name in heading if name not in columns]:
        raise AuthorityError(f"Line 1: the column “{unknown[0][:40]}” is unknown. The columns are {', '.join(columns)}.")


def _flag(row: dict[str, str], column: str, where: str) -> bool:
    if row[column] not in {"yes", "no"}:
        raise AuthorityError(f"{where}: {column} is neither yes nor no.")
    return row[column] == "yes"


def _take_name(line: int, row: dict[str, str], items: dict[str, dict]) -> None:
    where = f"Line {line}"
    about = {name: row[name] for name in (*ENTITY_COLUMNS, *identifiers.SCHEMES)}
    item = items.setdefault(row["pid"] or row["slug"], {"about": about, "line": line, "names": []})
    if differing := [name for name, value in about.items() if item["about"][name] != value]:
        raise AuthorityError(f"{where}: its {differing[0]} is not that of line {item['line']}, which is of the same entity.")
    name = {"text": row["text"], "language": row["language"], "kind": row["name_kind"]}
    for column in ("from", "to"):
        if row[column]:
            if not re.fullmatch(r"[0-9]{1,4}", row[column]):
                raise AuthorityError(f"{where}: {column}: a year is a whole number from 1 to 9999.")
            name[column] = int(row[column])
    name |= {column: _flag(row, column, where) for column in ("search", "tagging")}
    if row["note"]:
        name["note"] = row["note"]
    item["names"].append(name)


def _described(item: dict) -> Described:
    about, where = item["about"], f"Line {item['line']}"
    found = [(scheme, value) for scheme in identifiers.SCHEMES for value in about[scheme].split()]
    fields = {name: about[name] for name in ENTITY_COLUMNS} | {"names": item["names"]}
    return Described(read_kept_entity(fields, where), read_identifiers(found, where))
