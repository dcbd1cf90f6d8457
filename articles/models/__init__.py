from .article import RECORD_FIELDS, Article, ArticleQuerySet, label_from
from .author import Author, Contribution
from .capture import Capture, Reading, Sketch
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
    "Capture",
    "Contribution",
    "NotAnEntity",
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
