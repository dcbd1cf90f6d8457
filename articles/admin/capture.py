"""Captures at the desk: what was brought in, how it was read, and the bytes to take away."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html

from articles import store
from articles.models import Capture, Reading
from kzarchive.admin import ReadOnlyAdmin, shown
from kzarchive.marks import visible


@admin.register(Capture)
class CaptureAdmin(ReadOnlyAdmin):
    list_display = [shown(Capture, "filename"), "short_digest", "media_type", "encoding", "size_bytes", "created_at", "created_by"]
    list_filter = ["created_at"]
    list_select_related = ["created_by"]
    search_fields = ["filename", "sha256"]
    search_help_text = "Words of the file name, the source address, or the beginning of the SHA-256."
    fields = [
        "filename", "bytes_link", "sha256", "text_sha256", "size_bytes", "media_type", "encoding", "encoding_basis", "source_url",
        "captured_at", "created_at", "created_by",
    ]  # fmt: skip
    readonly_fields = ["bytes_link"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("created_by")

    def get_search_results(self, request, queryset, search_term):
        for word in search_term[:200].split():
            queryset = (
                queryset.filter(filename__icontains=word) | queryset.filter(source_url__icontains=word) | queryset.filter(sha256__startswith=word)
            )
        return queryset, False

    @admin.display(description="SHA-256", ordering="sha256")
    def short_digest(self, capture):
        return capture.sha256[:12]

    @admin.display(description="bytes as they were brought in")
    def bytes_link(self, capture):
        return format_html('<a href="{}">download {} bytes</a>', reverse("admin:articles_capture_download", args=[capture.pk]), capture.size_bytes)

    def get_urls(self):
        download = self.admin_site.admin_view(self.download_view)
        return [path("<path:object_id>/download/", download, name="articles_capture_download"), *super().get_urls()]

    def download_view(self, request, object_id):
        """Hand the bytes out as a thing to keep: never shown, never run, under a name of ours."""
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if not self.has_view_permission(request):
            raise PermissionDenied
        capture = self.get_object(request, unquote(object_id))
        if capture is None:
            raise Http404
        try:
            data = store.get(capture.sha256)
        except store.FileLost as fault:
            self.message_user(request, f"The file cannot be read: {fault}.", messages.ERROR)
            return HttpResponseRedirect(reverse("admin:articles_capture_change", args=[capture.pk]))
        return HttpResponse(
            data,
            content_type="application/octet-stream",
            headers={
                "Content-Disposition": f'attachment; filename="{capture.sha256}.bin"',
                "Content-Security-Policy": "sandbox",
                "X-Content-Type-Options": "nosniff",
            },
        )


@admin.register(Reading)
class ReadingAdmin(ReadOnlyAdmin):
    list_display = ["article_pid", "capture_name", "doubt_codes", "made_at"]
    list_filter = ["made_at"]
    list_select_related = ["article", "capture"]
    linked_lookups = frozenset({"article__id__exact", "capture__id__exact"})
    search_fields = ["article__pid"]
    word_columns = ("article__title_key",)
    pid_column = "article__pid"
    search_help_text = "Words of the article's title, or its pid."
    fields = ["article", "capture", "doubts", "removed", "spans", "parts", "made_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("article", "capture")

    @admin.display(description="article", ordering="article__pid")
    def article_pid(self, reading):
        return reading.article.pid

    @admin.display(description="capture")
    def capture_name(self, reading):
        return visible(str(reading.capture))

    @admin.display(description="doubts")
    def doubt_codes(self, reading):
        return visible(", ".join(str(doubt["code"]) for doubt in reading.doubts)) or None
