"""The authority file as a table (CSV): one row a name, the columns of its entity repeated; pure.

Cells that a spreadsheet would take for a formula are written behind an apostrophe, which is taken off again on the way in.
Relations are no part of the table: each would need rows of its own.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from entities import identifiers
from entities.formats import AuthorityError, EntityRecord, read_kept_entity

ENTITY_COLUMNS = ("pid", "slug", "kind", "name", "description")
NAME_COLUMNS = ("text", "language", "name_kind", "from", "to", "search", "tagging", "note")
COLUMNS = (*ENTITY_COLUMNS, *identifiers.SCHEMES, *NAME_COLUMNS)
LARGEST = 50_000_000  # bytes

_FORMULA = re.compile(r"[=+\-@\t\r]|'+[=+\-@\t\r]")


@dataclass(frozen=True)
class Described:
    """An entity with its names and what other systems call it, as (scheme, value) pairs. An empty pid: the archive has none for it yet."""

    entity: EntityRecord
    identifiers: tuple[tuple[str, str], ...]


def decode(data: bytes) -> str:
    """Return ``data`` as text. Raises AuthorityError where it is not UTF-8, with or without a signature."""
    if len(data) > LARGEST:
        raise AuthorityError(f"The file is larger than {LARGEST // 1_000_000} MB.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise AuthorityError(f"The file is not UTF-8: byte {error.start + 1}, in line {line}, is none. Save it as “CSV UTF-8”.") from None


def write_table(records: Iterable[Described]) -> str:
    """Return ``records`` as CSV, in their order, lines ending in CR LF (RFC 4180)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for record in records:
        entity = record.entity
        about = [entity.pid, entity.slug, entity.kind, entity.name, entity.description]
        ids = [" ".join(value for scheme, value in record.identifiers if scheme == name) for name in identifiers.SCHEMES]
        for name in entity.names:
            flags = ["yes" if flag else "no" for flag in (name.search, name.tagging)]
            row = [*about, *ids, name.text, name.language, name.kind, name.from_year or "", name.to_year or "", *flags, name.note]
            writer.writerow([_quoted(str(cell)) for cell in row])
    return out.getvalue()


def _quoted(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def read_table(text: str) -> list[Described]:
    """Return the entities of a table, in the order of their first rows. Raises AuthorityError, naming the line, at the first fault."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        heading = next(rows, [])
        _check_heading(heading)
        items: dict[str, dict] = {}
        seen: dict[tuple[str, ...], int] = {}
        for cells in rows:
            if any(cells):
                _take_row(rows.line_num, heading, [_bare(cell) for cell in cells], items, seen)
    except csv.Error as error:
        raise AuthorityError(f"Line {rows.line_num} is not CSV: {error}.") from None
    return [_described(item) for item in items.values()]


def _check_heading(heading: list[str]) -> None:
    if len(set(heading)) < len(heading):
        raise AuthorityError("Line 1: a column stands there twice.")
    if missing := [name for name in COLUMNS if name not in heading]:
        raise AuthorityError(f"Line 1: the column “{missing[0]}” is missing. The columns are {', '.join(COLUMNS)}.")
    if unknown := [name for name in heading if name not in COLUMNS]:
        raise AuthorityError(f"Line 1: the column “{unknown[0][:40]}” is unknown. The columns are {', '.join(COLUMNS)}.")


def _take_row(line: int, heading: list[str], cells: list[str], items: dict[str, dict], seen: dict[tuple[str, ...], int]) -> None:
    where = f"Line {line}"
    if len(cells) != len(heading):
        raise AuthorityError(f"{where}: {len(cells)} cells stand under {len(heading)} columns.")
    row = dict(zip(heading, cells, strict=True))
    if tuple(cells) in seen:
        raise AuthorityError(f"{where}: it is line {seen[tuple(cells)]} once more.")
    seen[tuple(cells)] = line
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
    for column in ("search", "tagging"):
        if row[column] not in {"yes", "no"}:
            raise AuthorityError(f"{where}: {column} is neither yes nor no.")
        name[column] = row[column] == "yes"
    if row["note"]:
        name["note"] = row["note"]
    item["names"].append(name)


def _described(item: dict) -> Described:
    about, where = item["about"], f"Line {item['line']}"
    found = []
    for scheme in identifiers.SCHEMES:
        for value in about[scheme].split():
            try:
                found.append((scheme, identifiers.normalise(scheme, value)))
            except identifiers.NotAnIdentifier as error:
                raise AuthorityError(f"{where}: {error}") from None
    fields = {name: about[name] for name in ENTITY_COLUMNS} | {"names": item["names"]}
    return Described(read_kept_entity(fields, where), tuple(sorted(set(found))))
