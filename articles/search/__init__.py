"""Finding articles: ``find`` answers a search, ``index`` keeps the index with the records."""

from .backends.base import Sort, TooBroad
from .claims import patient, saying, stating
from .documents import Source, public_words
from .finding import FACETS, Search, find, find_ids
from .indexing import forget, index, index_new, is_outdated, rebuild, stale, surplus, together
from .query import LONGEST_QUERY, Days, breadths, days_between, days_of, parse
from .results import AlsoSearched, Results

__all__ = [
    "FACETS", "LONGEST_QUERY", "AlsoSearched", "Days", "Results", "Search", "Sort", "Source", "TooBroad", "breadths", "days_between", "days_of",
    "find", "find_ids", "forget", "index", "index_new", "is_outdated", "parse", "patient", "public_words", "rebuild", "saying", "stale", "stating",
    "surplus", "together",
]  # fmt: skip
