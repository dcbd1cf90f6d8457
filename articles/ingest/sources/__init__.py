"""The outlets that a text names as its own sources: "(MFA.kz, December 26, 2014)", "сообщает Казинформ", "Quelle: dpa"; pure.

A source is an outlet (agency, paper, broadcaster, site) or the press service, ministry or site of a body that is named. Persons,
offices, places and unnamed bodies ("the ministry", "experts") are none: what they say is an assertion, not a report.
"""

from articles.ingest.sources.finding import sources_beside, sources_in
from articles.ingest.sources.outlets import is_outlet
from articles.ingest.sources.source import Cue, InTextSource

__all__ = ["Cue", "InTextSource", "is_outlet", "sources_beside", "sources_in"]
