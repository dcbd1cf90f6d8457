from .article import RECORD_FIELDS, Article, ArticleQuerySet, label_from
from .author import Author, Contribution
from .batch import Batch, BatchRow
from .capture import Capture, Reading, Sketch
from .note import Note
from .publication import AlsoPrinted, Publication, PublicationTitle
from .tagging import NotAnEntity, Suggestion, TaggedEntity, TaggedTopic, Topic
from .version import BLOCK_KINDS, Version

__all__ = [
    "BLOCK_KINDS",
    "RECORD_FIELDS",
    "AlsoPrinted",
    "Article",
    "ArticleQuerySet",
    "Author",
    "Batch",
    "BatchRow",
    "Capture",
    "Contribution",
    "NotAnEntity",
    "Note",
    "Publication",
    "PublicationTitle",
    "Reading",
    "Sketch",
    "Suggestion",
    "TaggedEntity",
    "TaggedTopic",
    "Topic",
    "Version",
    "label_from",
]
