"""What is wrong with a text, and in which language it is."""

from __future__ import annotations

from articles.ingest.absence import READ_ON, TEASER_END
from articles.ingest.clean import MOJIBAKE
from articles.ingest.language import detect_language, signs_of_german
from articles.ingest.mojibake import find_mojibake
from articles.ingest.reading import Reading
from articles.ingest.record import Doubt

_LEAST_MOJIBAKE = 2
_SAMPLE_CHARACTERS = 60_000


def settle_language(reading: Reading, body: str) -> str | None:
    """Return the language of ``body`` as a BCP 47 tag, or None with a doubt."""
    declared = reading.layer.markup.statements.get("lang") if reading.layer.markup else None
    language = detect_language(body, hint=declared) or detect_language(_mended(body[:_SAMPLE_CHARACTERS]), hint=declared)
    if language is None:
        reading.doubts.append(Doubt("language-unclear", "The text is too short or too mixed to tell its language."))
    return language


def judge_state(reading: Reading, body: str) -> tuple[str, ...]:
    """Return what is wrong with the text itself: signs doubly encoded, an end that is cut off."""
    quality = []
    spoilt = len(MOJIBAKE.findall(body[:_SAMPLE_CHARACTERS])) + len(MOJIBAKE.findall(reading.values.get("title") or ""))
    mending = find_mojibake("\n\n".join(filter(None, (reading.values.get("title"), body[:_SAMPLE_CHARACTERS]))))
    if mending:
        reading.doubts.append(Doubt("mojibake", mending.sentence))
        if 10 * mending.count >= min(len(body), _SAMPLE_CHARACTERS):
            quality.append("mojibake")
    elif spoilt >= _LEAST_MOJIBAKE:
        example = MOJIBAKE.search(body) or MOJIBAKE.search(reading.values.get("title") or "")
        reading.doubts.append(
            Doubt("mojibake", f"The text was encoded twice: it has {spoilt} pairs of signs such as “{example[0]}”. Nothing was mended.")
        )
        if 20 * spoilt >= min(len(body), _SAMPLE_CHARACTERS):
            quality.append("mojibake")
    calls = [i for i, rule in reading.page.removed.items() if rule == "wall call" or (rule == "page control" and READ_ON.match(reading.page.line(i)))]
    if calls and body and (TEASER_END.search(body[-8:]) or any(reading.page.removed[i] == "wall call" for i in calls)):
        goes_on = any(reading.is_kept(i) and reading.page.is_prose(i) for i in range(max(calls) + 1, reading.page.count))
        if not goes_on:
            reading.doubts.append(Doubt("truncated", f"The text breaks off, and the page says “{reading.page.line(max(calls))[:60]}”."))
            quality.append("truncated")
    return tuple(quality)


def judge_translation(reading: Reading, body: str, language: str | None) -> tuple[str, ...]:
    """Return the mark of a machine translation, with a doubt that tells its signs; empty without evidence."""
    signs = signs_of_german(body) if language == "en" else ()
    if not signs:
        return ()
    reading.doubts.append(Doubt("machine-translated", f"The text seems to be translated from German by a machine: it has {', '.join(signs)}."))
    return ("machine-translated:de",)


def _mended(text: str) -> str:
    """Return ``text``, if it was decoded by a wrong table, as it was meant; only to tell its language."""
    mending = find_mojibake(text)
    return mending.text if mending else ""
