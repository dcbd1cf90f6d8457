"""The desk: one file for each subject, as in ``articles.models``."""

from django.contrib import admin

from .accounts import AccountAdmin, RoleAdmin
from .article import ArticleAdmin
from .author import AuthorAdmin
from .batch import BatchAdmin
from .capture import CaptureAdmin, ReadingAdmin
from .claim import ClaimAdmin, ClaimProposalAdmin, QuestionAdmin
from .publication import PublicationAdmin
from .source_check import SourceCheckAdmin
from .tagging import SuggestionAdmin, TopicAdmin
from .version import VersionAdmin
from .waiting import SECTIONS

admin.site.add_sections(SECTIONS)

__all__ = [
    "AccountAdmin", "ArticleAdmin", "AuthorAdmin", "BatchAdmin", "CaptureAdmin", "ClaimAdmin", "ClaimProposalAdmin", "PublicationAdmin",
    "QuestionAdmin", "ReadingAdmin", "RoleAdmin", "SourceCheckAdmin", "SuggestionAdmin", "TopicAdmin", "VersionAdmin",
]  # fmt: skip
