"""Every address of the archive; docs/urls.md tells what each answers."""

from django.contrib import admin
from django.urls import include, path

from articles import sitemaps
from articles.views import suggestions
from kzarchive import status

urlpatterns = [
    path("", include("articles.urls")),
    path("", include("entities.urls")),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/pages.xml", sitemaps.pages, name="sitemap-pages"),
    path("sitemaps/<str:kind>-<version:number>.xml", sitemaps.part, name="sitemap-part"),
    path("opensearch.xml", suggestions.description, name="opensearch"),
    path("search/suggestions.json", suggestions.suggestions, name="suggestions"),
    path("robots.txt", status.robots, name="robots"),
    path(".well-known/security.txt", status.security_txt, name="security-txt"),
    path("healthz", status.healthz, name="healthz"),
    path("readyz", status.readyz, name="readyz"),
    path("admin/", admin.site.urls),
]

handler400 = "articles.views.answers.bad_request"
handler404 = "articles.views.answers.not_found"
