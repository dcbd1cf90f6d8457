"""What readers send: a search as its address spells it."""

from __future__ import annotations

import re
from decimal import Decimal
from urllib.parse import quote, urlencode

from django import forms
from django.http import QueryDict

from articles.models import Claim, number_of
from articles.search import LONGEST_QUERY, Days, Search, Sort, days_between

LAST_PAGE = 500
MOST_VALUES = 20  # of one filter
LONGEST_VALUE = 200  # characters

FILTERS = ("publication", "author", "entity", "topic", "language", "access", "quality")
CLAIMS = {"any": "with published claims", "disputed": "with claims in dispute"}


class SearchForm(forms.Form):
    """A search as its address spells it. What cannot be read is left out of the search and named in ``notes``; only a page can be wrong."""

    page = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE)

    def __init__(self, data: QueryDict):
        super().__init__(data)
        self.notes: list[str] = []
        self.parameters: dict[str, list[str]] = {}
        self.search = self._search(data)

    def _search(self, data: QueryDict) -> Search:
        values = {name: self._values(data, name) for name in FILTERS}
        first, last = (data.get(name, "").strip()[:LONGEST_VALUE] for name in ("from", "to"))
        days = days_between(first, last)
        if days is None:
            wrong = " and ".join(f"“{value}”" for value in (first, last) if days_between(value, "") is None)
            self.notes.append(f"{wrong} cannot be read as a date: write 2014, 2014-02 or 2014-02-05. The dates were left out.")
            days = Days()
        elif days.earliest and days.latest and days.earliest > days.latest:
            self.notes.append(f"Nothing lies between {first} and {last}: the second is the earlier one.")
        search = Search(
            text=data.get("q", ""),
            publications=values["publication"],
            authors=values["author"],
            entities=values["entity"],
            topics=values["topic"],
            languages=values["language"],
            access=values["access"],
            quality=values["quality"],
            days=days,
            claims=self._one_of(data, "claims", {"", *CLAIMS}, ""),
            sort=Sort(self._one_of(data, "sort", set(Sort), Sort.RELEVANCE)),
            with_names=data.get("names") != "off",
        )
        asked = {
            "q": [search.query.text],
            **values,
            "from": [first if days != Days() else ""],
            "to": [last if days != Days() else ""],
            "claims": [search.claims],
            "sort": ["" if search.sort is Sort.RELEVANCE else search.sort.value],
            "names": ["" if search.with_names else "off"],
        }
        self.parameters = {name: [value for value in found if value] for name, found in asked.items() if any(found)}
        self._spelled = {name: _spelled(name, values) for name, values in self.parameters.items()}
        return search

    def query_string(self, **changes: list[str]) -> str:
        """Return this search as an address spells it, with its question mark, the parameters in ``changes`` set otherwise."""
        parts = {**self._spelled, **{name: _spelled(name, values) for name, values in changes.items()}}
        return f"?{'&'.join(filter(None, parts.values()))}"

    def _values(self, data: QueryDict, name: str) -> tuple[str, ...]:
        values = tuple(dict.fromkeys(value.strip()[:LONGEST_VALUE] for value in data.getlist(name) if value.strip()))
        if len(values) > MOST_VALUES:
            self.notes.append(f"Only the first {MOST_VALUES} values of {name} were searched.")
        return values[:MOST_VALUES]

    def _one_of(self, data: QueryDict, name: str, known: set[str], otherwise: str) -> str:
        value = data.get(name, "") or otherwise
        if value in known:
            return value
        self.notes.append(f"“{value[:LONGEST_VALUE]}” is no value of {name}: it may be {', '.join(sorted(map(str, known - {''})))}.")
        return otherwise


_BETWEEN_NUMBERS = re.compile(r"\s*\.\.\s*|\s*[–—]\s*|\s+(?:-|to)\s+")


def _numbers_in(typed: str) -> tuple[Decimal, Decimal] | None:
    ends = [number_of(end.strip()) for end in _BETWEEN_NUMBERS.split(typed, maxsplit=1)]
    return None if None in ends else (min(ends), max(ends))


def _spelled(name: str, values: list[str]) -> str:
    return urlencode({name: values}, doseq=True, quote_via=quote)


class LedgerForm(forms.Form):
    """What the ledger of claims is narrowed by. What is no choice of ours is left out, and the rest still answered."""

    q = forms.CharField(required=False)
    kind = forms.MultipleChoiceField(required=False, choices=[(kind, kind) for kind in Claim.ClaimKind.values])
    finding = forms.MultipleChoiceField(required=False, choices=[(finding, finding) for finding in Claim.Finding.values])
    entity = forms.SlugField(required=False, max_length=80)
    publication = forms.SlugField(required=False, max_length=80)
    year = forms.IntegerField(required=False, min_value=1, max_value=9999)
    value = forms.CharField(required=False, max_length=100)
    disputed = forms.BooleanField(required=False)

    def clean_q(self):
        return self.cleaned_data["q"][:LONGEST_QUERY]

    @property
    def numbers(self) -> tuple[Decimal, Decimal] | None:
        """The least and the greatest number that ``value`` means, where it is "57", "50..60" or "50 – 60"; else it is searched as words."""
        return _numbers_in(self.cleaned_data.get("value", ""))

    def asked(self) -> dict[str, object]:
        """Return what narrows the list, as an address spells it."""
        given = {name: value for name, value in self.cleaned_data.items() if value}
        return given | ({"disputed": "1"} if given.get("disputed") else {})
