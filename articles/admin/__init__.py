"""The desk: one file for each subject, as in ``articles.models``."""

from .accounts import AccountAdmin, RoleAdmin
from .article import ArticleAdmin
from .author import AuthorAdmin
from .capture import CaptureAdmin, ReadingAdmin
from .publication import PublicationAdmin
from .tagging import SuggestionAdmin, TopicAdmin
from .version import VersionAdmin

__all__ = [
    "AccountAdmin", "ArticleAdmin", "AuthorAdmin", "CaptureAdmin", "PublicationAdmin", "ReadingAdmin", "RoleAdmin", "SuggestionAdmin",
    "TopicAdmin", "VersionAdmin",
]  # fmt: skip
