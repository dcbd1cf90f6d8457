from .anchor import Anchor, Correction
from .article import RECORD_FIELDS, Article, ArticleQuerySet, label_from
from .assessment import Assessment, Evidence, Question, QuestionClaim
from .author import Author, AuthorWord, Contribution
from .batch import Batch, BatchRow
from .capture import Capture, ComparedTexts, Reading, Sketch
from .claim import DERIVED_OF_CLAIM, EXCERPT_WORDS, Claim, ClaimEntity, number_of
from .link import ClaimLink, ClaimProposal
from .note import Note
from .publication import AlsoPrinted, Publication, PublicationTitle, PublicationWord
from .search_document import DeskDocument, PublicDocument
from .source import InTextSource, resolve
from .source_check import FAILING, SourceCheck, SourceStanding
from .tagging import NotAnEntity, Suggestion, TaggedEntity, TaggedEntityQuerySet, TaggedTopic, Topic
from .version import BLOCK_KINDS, FormerText, Version

__all__ = [
    "BLOCK_KINDS",
    "DERIVED_OF_CLAIM",
    "EXCERPT_WORDS",
    "FAILING",
    "RECORD_FIELDS",
    "AlsoPrinted",
    "Anchor",
    "Article",
    "ArticleQuerySet",
    "Assessment",
    "Author",
    "AuthorWord",
    "Batch",
    "BatchRow",
    "Capture",
    "Claim",
    "ClaimEntity",
    "ClaimLink",
    "ClaimProposal",
    "ComparedTexts",
    "Contribution",
    "Correction",
    "DeskDocument",
    "Evidence",
    "FormerText",
    "InTextSource",
    "NotAnEntity",
    "Note",
    "PublicDocument",
    "Publication",
    "PublicationTitle",
    "PublicationWord",
    "Question",
    "QuestionClaim",
    "Reading",
    "Sketch",
    "SourceCheck",
    "SourceStanding",
    "Suggestion",
    "TaggedEntity",
    "TaggedEntityQuerySet",
    "TaggedTopic",
    "Topic",
    "Version",
    "label_from",
    "number_of",
    "resolve",
]
