"""Each capture of ours gives the record that was written down for it before any rule was."""

import datetime as dt
import json
import os
from pathlib import Path

import pytest

from articles.ingest.draft import draft
from articles.ingest.record import Draft

TODAY = dt.date(2026, 11, 22)
CAPTURES = Path(__file__).parents[2] / "data" / "captures"
NAMES = sorted(path.name for path in CAPTURES.iterdir() if path.suffix in (".txt", ".html"))
# Captured pages of other people's, with their records, which are not ours to keep here: a folder beside the checkout, or the one named.
REAL_CAPTURES = Path(os.environ.get("KZARCHIVE_REAL_CAPTURES") or CAPTURES.parents[3] / "shared" / "captures")
REAL_RECORDS = sorted(REAL_CAPTURES.glob("*.expected.json"))


def record(found: Draft) -> dict:
    """Return ``found`` in the form of the expected records."""
    return {
        "title": found.title,
        "subtitle": found.subtitle,
        "authors": [{"name": a.name, "role": a.role, "affiliation": a.affiliation} for a in found.authors],
        "byline": found.byline,
        "publication": found.publication,
        "publisher": found.publisher,
        "section": found.section,
        "volume": found.volume,
        "issue": found.issue,
        "pages": found.pages,
        "published_on": found.published_on,
        "published_basis": found.published_basis,
        "dateline": found.dateline,
        "language": found.language,
        "quality": list(found.quality),
        "rights": found.rights,
        "source_url": found.source_url,
        "blocks": [[kind, block] for kind, block in zip(found.kinds, found.body.split("\n\n") if found.body else [], strict=True)],
        "captions": list(found.captions),
        "removed": [[r.rule, " ".join(found.text_layer[r.start : r.end].split())] for r in found.removed],
        "parts": len(found.parts),
        "doubts": sorted(doubt.code for doubt in found.doubts),
        "encoding": found.encoding,
        "media_type": found.media_type,
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_capture_gives_its_record(name):
    path = CAPTURES / name
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))

    assert record(draft(path.read_bytes(), filename=name, today=TODAY)) == expected


@pytest.mark.skipif(not REAL_RECORDS, reason="no folder of real captures is at hand (KZARCHIVE_REAL_CAPTURES)")
@pytest.mark.parametrize("expected_path", REAL_RECORDS, ids=lambda path: path.name[:3])
def test_a_real_capture_gives_its_record(expected_path):
    expected = json.loads(expected_path.read_text(encoding="utf-8"))
    found = draft((expected_path.parent / expected["file"]).read_bytes(), filename=expected["file"], today=TODAY)
    got = record(found)
    got["blocks"] = {"paragraphs": found.kinds.count("p"), "headings": found.kinds.count("h"), "captions": found.kinds.count("c")}
    if found.publication in expected.get("publication_also_accepted", []):
        got["publication"] = expected["publication"]
    shared = sorted(got.keys() & expected.keys())

    assert {key: got[key] for key in shared} == {key: expected[key] for key in shared}
    assert found.body.startswith(expected["body_starts"])
    assert found.body.endswith(expected["body_ends"])
    assert [words for words in expected["must_not_be_in_body"] if words in found.body] == []
