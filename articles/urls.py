"""Addresses of the articles and of what they come from; docs/urls.md tells what each answers."""

from django.urls import path, register_converter

from . import feeds
from .views import about, addresses, articles, claims, exports, home, people, search


class VersionNumber:
    """The number of a version in its one spelling: neither v0 nor v01."""

    regex = "[1-9][0-9]{0,4}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


class Decoration:
    """Words after an identifier that only a reader's eye is for; neither a version nor a file."""

    regex = "(?!v[0-9]+/)[^/.]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(VersionNumber, "version")
register_converter(Decoration, "decoration")

app_name = "articles"
urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("search.csv", exports.search_csv, name="search-csv"),
    path("search.json", exports.search_json, name="search-json"),
    path("search.atom", exports.search_feed, name="search-feed"),
    path("articles/", articles.article_list, name="list"),
    path("articles/<str:pid>/", articles.article_detail, name="detail"),
    path("articles/<str:pid>/v<version:number>/", articles.article_version, name="version"),
    path("articles/<str:pid>/<decoration:words>/", articles.article_decorated, name="decorated"),
    path("articles/<str:pid>/annotations.jsonld", claims.article_annotations, name="annotations"),
    path("claims/", claims.ledger, name="claims"),
    path("claims.csv", claims.ledger_csv, name="claims-csv"),
    path("claims/<str:pid>/", claims.claim_detail, name="claim"),
    path("claims/<str:pid>/annotation.jsonld", claims.claim_annotation, name="claim-annotation"),
    path("questions/<str:pid>/", claims.question_detail, name="question"),
    path("authors/", people.author_list, name="authors"),
    path("publications/", people.publication_list, name="publications"),
    path("topics/", people.topic_list, name="topics"),
    path("authors/<str:slug>/", people.author_detail, name="author"),
    path("publications/<str:slug>/", people.publication_detail, name="publication"),
    path("topics/<str:slug>/", people.topic_detail, name="topic"),
    path("feed.atom", feeds.everything, name="feed"),
    path("authors/<str:slug>/feed.atom", feeds.of_author, name="author-feed"),
    path("publications/<str:slug>/feed.atom", feeds.of_publication, name="publication-feed"),
    path("topics/<str:slug>/feed.atom", feeds.of_topic, name="topic-feed"),
    path("entities/<str:slug>/feed.atom", feeds.of_entity, name="entity-feed"),
    path("about/", about.section, {"name": "about"}, name="about"),
    path("about/method/", about.section, {"name": "method"}, name="method"),
    path("about/citing/", about.section, {"name": "citing"}, name="citing"),
    path("about/report/", about.section, {"name": "report"}, name="report"),
    path("about/licence/", about.section, {"name": "licence"}, name="licence"),
    path("id/<str:pid>", addresses.by_pid, name="id"),
]
