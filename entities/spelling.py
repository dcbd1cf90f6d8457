"""Records found by what they are called, in any script and spelling and with one typing error: one piece of code for all kinds of records.

Each word of each name is kept in its spellings for looking up: as compared, and by the keys at which all transliterations meet
(``entities.names``). The distinct words of all kinds stand in one vocabulary. A word with one typing error has either its first
half right or its second, so that its neighbours are found by two ranges of an index, backwards for the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import connection, models
from django.db.models import Q

from entities.names import LONGEST_KEY, romanised_keys, words_of
from kzarchive.text import fold

LONGEST_ASKED = 200  # characters of what is asked for
MOST_WORDS = 5  # words of it
SHORTEST_WITH_ERROR = 4  # letters; a shorter word with one of them wrong could be any other
ENOUGH = 20  # records; where exact words give as many, prefixes and errors are not looked for
MOST_RECORDS = 300
_MOST_NEIGHBOURS = 5_000
_MOST_PREFIXED = 300
_CHUNK = 2_000

EXACT, PREFIX, ERROR = range(3)


class KnownWord(models.Model):
    """A word of some name, in one spelling for looking up. Only added to: a word that no name has any more harms nothing."""

    word = models.CharField(max_length=LONGEST_KEY, unique=True)
    backwards = models.CharField(max_length=LONGEST_KEY, db_index=True)

    def __str__(self):
        return self.word


class SpellingWord(models.Model):
    """A word that a record is called by. Its model has a foreign key ``record``."""

    moves_in_merges = False  # made anew of what the record is called then

    word = models.CharField(max_length=LONGEST_KEY)

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["word", "record"], name="%(class)s_by_word")]

    def __str__(self):
        return self.word


def spellings_of(texts: Iterable[str]) -> set[str]:
    """Return the words of ``texts`` in every spelling that they are looked up by."""
    return {spelling for text in texts for word in words_of(text) for spelling in _spellings(word)}


def _spellings(word: str) -> set[str]:
    return {fold(word)[:LONGEST_KEY], *romanised_keys(word)} - {""}


def write(model: type[SpellingWord], called: Mapping[int, Iterable[str]]) -> None:
    """Keep that the records with these primary keys are called so, and no longer otherwise. Runs in the caller's transaction."""
    wanted = {record: spellings_of(texts) for record, texts in called.items()}
    kept: dict[int, set[str]] = {record: set() for record in wanted}
    for record, word in model._default_manager.filter(record__in=wanted).values_list("record", "word"):
        kept[record].add(word)
    gone = Q()
    for record, words in kept.items():
        if former := words - wanted[record]:
            gone |= Q(record=record, word__in=former)
    if gone:
        model._default_manager.filter(gone).delete()
    add(model, {record: words - kept[record] for record, words in wanted.items()})


def add(model: type[SpellingWord], words: Mapping[int, set[str]]) -> None:
    """Keep that the records with these primary keys are called by these words too."""
    fresh = sorted({word for of_one in words.values() for word in of_one})  # in one order, so that two editors never wait for each other
    KnownWord.objects.bulk_create([KnownWord(word=word, backwards=word[::-1]) for word in fresh], ignore_conflicts=True, batch_size=_CHUNK)
    model._default_manager.bulk_create(
        [model(record_id=record, word=word) for record, of_one in words.items() for word in sorted(of_one)], batch_size=_CHUNK
    )


def write_new(model: type[SpellingWord], called: Mapping[int, Iterable[str]]) -> None:
    """The same as ``write`` for records that were made just now: nothing is asked about them."""
    add(model, {record: spellings_of(texts) for record, texts in called.items()})


def closest(model: type[SpellingWord], text: str) -> dict[int, int]:
    """Return the records called by every word of ``text``, at most MOST_RECORDS, each with EXACT, PREFIX or ERROR for its worst word.

    Words may stand in any order and be begun only; one letter is looked for as a whole word. Where exact words give ENOUGH
    records, others are not looked for.
    """
    asked = [_spellings(word) for word in words_of(text[:LONGEST_ASKED])][:MOST_WORDS]
    matching = [set(spellings) for spellings in asked]
    found: dict[int, int] = {}
    for stage, widen in ((EXACT, None), (PREFIX, _begun), (ERROR, _mistyped)):
        if not asked or len(found) >= ENOUGH:
            break
        if widen is not None:
            for words, spellings in zip(matching, asked, strict=True):
                words |= widen(spellings)
        for record in _called_by_all(model, matching):
            found.setdefault(record, stage)
    return found


def _called_by_all(model: type[SpellingWord], matching: list[set[str]]) -> list[int]:
    """Return records that have, for each set of ``matching``, one of its words."""
    first, *others = sorted(matching, key=len)
    rows = model._default_manager.filter(word__in=first)
    for words in others:
        # Not a subquery that asks back for each row: that cost half a second where two words are begun by two letters each.
        rows = rows.filter(record__in=model._default_manager.filter(word__in=words).order_by().values("record"))
    return list(rows.order_by().values_list("record", flat=True).distinct()[:MOST_RECORDS])


def _begun(spellings: set[str]) -> set[str]:
    """Return the known words that begin with one of ``spellings`` of a word."""
    begun = Q()
    for spelling in spellings:
        if len(spelling) > 1:
            begun |= begins("word", spelling)
    return set(KnownWord.objects.filter(begun).values_list("word", flat=True)[:_MOST_PREFIXED]) if begun else set()


def _mistyped(spellings: set[str]) -> set[str]:
    """Return the known words that one of ``spellings`` of a word is, or begins, with one typing error."""
    long = [spelling for spelling in spellings if len(spelling) >= SHORTEST_WITH_ERROR]
    near = Q()
    for spelling in long:
        near |= _halves(spelling)
    known = KnownWord.objects.filter(near).values_list("word", flat=True)[:_MOST_NEIGHBOURS] if near else ()
    return {word for word in known if any(is_begun_with_one_error(spelling, word) for spelling in long)}


def begins(column: str, letters: str) -> Q:
    """Return the condition that ``column`` begins with ``letters``, in the form that the engine's index answers."""
    if connection.vendor == "sqlite":
        return Q(**{f"{column}__gte": letters, f"{column}__lt": letters + "\U0010ffff"})
    return Q(**{f"{column}__startswith": letters})


def _halves(word: str) -> Q:
    """Return the condition that a known word has one half of ``word``, or the two letters at the middle exchanged."""
    middle = len(word) // 2
    exchanged = word[: middle - 1] + word[middle] + word[middle - 1]
    return begins("word", word[:middle]) | begins("word", exchanged) | begins("backwards", word[middle:][::-1])


def is_within_one_error(one: str, other: str) -> bool:
    """Whether the words differ in at most one letter too many, missing, wrong, or two neighbours exchanged."""
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = 0
    while at < len(one) and one[at] == other[at]:
        at += 1
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :])


def is_begun_with_one_error(begun: str, word: str) -> bool:
    """Whether ``begun``, with at most one typing error, is ``word`` or its beginning, as ``is_within_one_error`` has it.

    Asked of thousands of known words a look-up, so the letters that agree are passed over once for all three.
    """
    length, known = len(begun), len(word)
    if known < length - 1:
        return False
    middle = length // 2
    at = middle if word.startswith(begun[:middle]) else 0
    last = min(length, known)
    while at < last and begun[at] == word[at]:
        at += 1
    if at == length or begun[at + 1 :] == word[at : length - 1]:  # all of it; or a letter too many
        return True
    if known > length and begun[at:] == word[at + 1 : length + 1]:  # a letter is missing
        return True
    if known < length:
        return False
    rest = word[at + 1 : length]  # a wrong letter, or two exchanged
    return begun[at + 1 :] == rest or (begun[at : at + 2] == word[at : at + 2][::-1] and begun[at + 2 :] == rest[1:])


def likeness(asked: str, called: str) -> int:
    """Return how many spellings of words of ``asked`` are, or begin, a word of ``called``, one typing error forgiven."""
    known = spellings_of([called])
    return sum(any(is_begun_with_one_error(word, other) for other in known) for word in spellings_of([asked]))
