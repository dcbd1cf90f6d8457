"""What is wrong with a text, and in which language it is."""

from __future__ import annotations

from articles.ingest.absence import READ_ON, READ_ON_AT_END, TEASER_END
from articles.ingest.blocks import Body
from articles.ingest.language import detect_language, find_passages
from articles.ingest.lines import MOJIBAKE
from articles.ingest.mojibake import find_mojibake
from articles.ingest.reading import SENTENCE_END, Reading
from articles.ingest.record import Doubt
from articles.ingest.translation import name_of, signs_of_rewording, signs_of_translation, words_put_in

_LEAST_MOJIBAKE = 2
_LEAST_WORDS_OF_BROKEN_BLOCK = 15
_SAMPLE_CHARACTERS = 60_000


def settle_language(reading: Reading, body: str) -> str | None:
    """Return the language of ``body`` as a BCP 47 tag, or None with a doubt."""
    declared = reading.layer.markup.statements.get("lang") if reading.layer.markup else None
    language = detect_language(_mended(body[:_SAMPLE_CHARACTERS]), hint=declared) or detect_language(body, hint=declared)
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
            Doubt("mojibake", f"The text was encoded twice: it has {spoilt} pairs of signs such as “{example[0]}”. It came in as it stands.")
        )
        if 20 * spoilt >= min(len(body), _SAMPLE_CHARACTERS):
            quality.append("mojibake")
    calls = [i for i, rule in reading.page.removed.items() if rule == "wall call" or (rule == "page control" and READ_ON.match(reading.page.line(i)))]
    if calls and body and (TEASER_END.search(body[-8:]) or any(reading.page.removed[i] == "wall call" for i in calls)):
        goes_on = any(reading.is_kept(i) and reading.page.is_prose(i) for i in range(max(calls) + 1, reading.page.count))
        if not goes_on:
            reading.doubts.append(Doubt("truncated", f"The text breaks off, and the page says “{reading.page.line(max(calls))[:60]}”."))
            quality.append("truncated")
    if "truncated" not in quality and (end := _broken_end(reading, body)):
        reading.doubts.append(Doubt("truncated", f"The text breaks off in the middle of a sentence: “{end}”."))
        quality.append("truncated")
    return tuple(quality)


def _broken_end(reading: Reading, body: str) -> str | None:
    """Return the last words of a text whose last paragraph stops in the middle of a sentence, None if it ends."""
    *above, last = body.rsplit("\n\n", 6)  # of a book the last pages tell enough
    above = [block.rpartition("\n\n")[2] for block in above]
    words = last.split()
    if not above or len(words) < _LEAST_WORDS_OF_BROKEN_BLOCK:
        return None
    ends = TEASER_END.search(last) or last[-1] in ",-" or (last[-1].isalpha() and last[-1].islower()) or READ_ON_AT_END.search(last)
    others = sum(bool(SENTENCE_END.search(block)) for block in above if len(block.split()) >= _LEAST_WORDS_OF_BROKEN_BLOCK)
    return f"… {' '.join(words[-6:])}" if ends and others else None


def judge_translation(reading: Reading, body: str, language: str | None) -> tuple[str, ...]:
    """Return the marks of a machine translation and of a rewording, each with a doubt that tells its signs; words put in are only told."""
    quality = []
    if found := signs_of_translation(body, language):
        source, signs = found
        told = "; ".join(map(str, signs))
        reading.doubts.append(Doubt("machine-translated", f"The text seems to be translated from {name_of(source)} by a machine: it has {told}."))
        quality.append(f"machine-translated:{source}")
    prompt = next((reading.page.line(i)[:80] for i, rule in reading.page.removed.items() if rule == "prompt to a writing machine"), None)
    words = signs_of_rewording(body, language)
    if words or prompt:
        told = ", ".join(f"“{word}”" for word in words or ()) or f"above it what the machine was told (“{prompt}”)"
        reading.doubts.append(Doubt("paraphrased", f"The text seems to be another text reworded by a program: it has {told}."))
        quality.append("paraphrased")
    if words := words_put_in(body):
        told = ", ".join(f"“{word}”" for word in words)
        reading.doubts.append(Doubt("inserted-words", f"The site seems to have put references of its own into the text: {told}. They are left in."))
    return tuple(quality)


def judge_passages(reading: Reading, body: Body, language: str | None) -> tuple[str, ...]:
    """Return a mark for each other language that whole paragraphs are in, with a doubt that shows how the first begins."""
    quality = []
    # Signs of a wrong table look like letters of another language.
    sound = [
        block for block, kind in zip(body.blocks, body.kinds, strict=True) if kind == "p" and len(MOJIBAKE.findall(block[:800])) < _LEAST_MOJIBAKE
    ]
    for other, blocks in sorted(find_passages(sound, language).items()):
        begin = " ".join(blocks[0].split()[:8])
        reading.doubts.append(Doubt("foreign-passage", f"Part of the text is in another language ({other}): “{begin} …”."))
        quality.append(f"foreign-passage:{other}")
    return tuple(quality)


def _mended(text: str) -> str:
    """Return ``text``, if it was decoded by a wrong table, as it was meant; only to tell its language."""
    mending = find_mojibake(text)
    return mending.text if mending else ""
