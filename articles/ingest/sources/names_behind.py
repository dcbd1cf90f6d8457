"""The name that stands behind a cue, article and word for its kind passed over: "according to the newspaper Shore Times"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articles.ingest.sources.cues import ARTICLE
from articles.ingest.sources.kinds import BODY, CAPITALISED_KINDS, DOMAIN, JOURNALIST, KIND, NO_OUTLET, PLACES, PRESS_SERVICE
from articles.ingest.sources.outlets import FOLDED, JOINERS, LONGEST_NAME_WORDS, LOWER_CASE
from articles.ingest.sources.press_services import name_of_press_service
from articles.ingest.sources.searched import QUOTES, TOKEN, Searched
from articles.ingest.sources.source import Name
from articles.ingest.sources.surroundings import with_article
from kzarchive.patterns import Pattern

_JOINT = Pattern(r"(?:,? (?:and|und|et|ve|и|және)|,) (?:the |der |die |le |la |l[’'])?(?=[^\W_])")
_MOST_IN_ONE_BREATH = 8
_PREPOSITIONS = frozenset({"в", "на", "с", "in", "on", "at", "to", "with", "mit", "im", "à", "dans", "sur", "avec"})
_WINDOW = 160
_MOST_WORDS_BEFORE = 7
_LONGEST_QUOTED = 62
_ARTICLE_ALONE = Pattern(ARTICLE, re.IGNORECASE)
_ELIDED = ("l’", "l'", "L’", "L'", "d’", "d'")
_DECLINED_MINISTRY = Pattern(r"^(МИД)(?:а|у|ом)\b")
_APOSTROPHE = Pattern(r"['’]")


def name_behind(searched: Searched, at: int, *, limit: int | None = None, is_named: bool = False) -> Name | None:
    """Return the name that begins at ``at``, article and word for its kind before it passed over; None if it is no source's.

    With ``is_named`` whatever name stands there is an outlet's.
    """
    text = searched.text
    end = min(limit or len(text), at + _WINDOW)
    stop = text.find("\n", at, end)
    end = end if stop < 0 else stop
    while at < end and text[at] == " ":
        at += 1
    tokens = list(islice(TOKEN.finditer(text, at, end), _MOST_WORDS_BEFORE + LONGEST_NAME_WORDS + 2))
    has_kind = is_named
    for number, token in enumerate(tokens[:_MOST_WORDS_BEFORE]):
        word = token[0]
        if word[0].casefold() in "psп" and (service := PRESS_SERVICE.match(text, token.start(), end)):
            return name_of_press_service(text, service, end)
        if "." in word and (domain := DOMAIN.match(text, token.start(), end)):
            return Name(domain[0], domain.start(), domain.end())  # of a body too: "MFA.gov.kz" is not the ministry
        if word[0].isupper() and (body := BODY.match(text, token.start(), end)):
            return _name_of_body(body)
        if word in QUOTES:
            return _quoted(searched, token.start(), end)
        if KIND.fullmatch(word) and (word.islower() or word in CAPITALISED_KINDS):
            has_kind = True
            continue
        if word[0].isupper() or word in LOWER_CASE:
            if name := _plain(searched, tokens[number:], has_kind=has_kind):
                return name
            # One capital may be another's: "nach Angaben der Kasachischen Agentur …", "the Kazakh news agency …".
            if any(KIND.fullmatch(later[0]) for later in tokens[number + 1 : number + 3]):
                continue
            return None
        if not (word.isalpha() or "-" in word or word in _ELIDED) or (has_kind and number > 4):
            return None
        if not has_kind and not _may_lead(word, tokens[number + 1 :]):
            return None
    return None


def names_in_one_breath(searched: Searched, name: Name) -> Iterator[Name]:
    """Yield the outlets that are named in one breath with ``name``: "Reuters, AFP and TASS"."""
    text = searched.text
    for _ in range(_MOST_IN_ONE_BREATH):
        joint = _JOINT.match(text, name.end)
        if joint is None:
            return
        tokens = list(islice(TOKEN.finditer(text, joint.end(), joint.end() + _WINDOW), LONGEST_NAME_WORDS))
        other = _plain(searched, tokens, has_kind=False) if tokens else None
        if other is None:
            return
        name = other
        yield with_article(text, other)


def _may_lead(word: str, later: list[re.Match[str]]) -> bool:
    """Tell whether a word that is no name may stand before one: an article, or what describes a word for an outlet's kind."""
    if _ARTICLE_ALONE.fullmatch(word):
        return True
    if word in _PREPOSITIONS:
        return False
    if word in ("посол", "министр") or JOURNALIST.fullmatch(word):
        return True
    return any(KIND.fullmatch(token[0]) or PRESS_SERVICE.match(token.string, token.start()) for token in later[:2])


def _name_of_body(body: re.Match[str]) -> Name:
    outlet = "Министерство" + body[0][len(body["ru"]) + 1 :].lstrip("ом") if body["ru"] else body[0]
    return Name(_DECLINED_MINISTRY.sub(r"\1", outlet), body.start(), body.end())


def _quoted(searched: Searched, start: int, end: int) -> Name | None:
    text = searched.text
    closing = QUOTES[text[start]]
    for at in range(start + 2, min(end, start + _LONGEST_QUOTED)):
        if text[at] in closing:
            inside = text[start + 1 : at]
            return Name(searched.outlets.canonical(inside), start, at + 1) if inside[0].isupper() or inside[0].isdigit() else None
    return None


def _plain(searched: Searched, tokens: list[re.Match[str]], *, has_kind: bool) -> Name | None:
    """Return the name without quotation marks that ``tokens`` begin with."""
    text, outlets = searched.text, searched.outlets
    first = tokens[0].start()
    if domain := DOMAIN.match(text, first):
        return Name(domain[0], first, domain.end())
    run = _words_of_name(searched, tokens)
    for last in reversed(run):
        name = text[first : last.end()]
        if last[0] not in JOINERS and outlets.has(name) and not outlets.is_two(name):
            return Name(outlets.canonical(_without_genitive(searched, name)), first, last.end())
    if has_kind and run:
        name = text[first : run[-1].end()]
        if not NO_OUTLET.search(name) and FOLDED(name) not in PLACES:
            return Name(name, first, run[-1].end())
    return None


def _words_of_name(searched: Searched, tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return those of ``tokens``, from the first on, that one name may consist of."""
    run: list[re.Match[str]] = []
    for token in tokens[:LONGEST_NAME_WORDS]:
        word = token[0]
        if run and token.start() > run[-1].end() + 1:
            break
        if not (word[0].isupper() or word[0].isdigit() or word in JOINERS or word in LOWER_CASE):
            break
        run.append(token)
    while run and (run[-1][0] in JOINERS or run[-1][0].isdigit()) and not searched.outlets.has(searched.text[run[0].start() : run[-1].end()]):
        run.pop()
    return run


def _without_genitive(searched: Searched, name: str) -> str:
    """Return the outlet in "Reuters's" or "Kazinform’un"; ``name`` where it is known as it stands."""
    bare = _APOSTROPHE.split(name)[0]
    return bare if bare != name and not searched.outlets.lookup(name) and searched.outlets.lookup(bare) else name
