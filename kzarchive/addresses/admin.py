"""The register of pids and the redirects at the desk: looked at here, written by the records themselves."""

from django.contrib import admin

from kzarchive.addresses import pids
from kzarchive.addresses.models import Pid, Redirect
from kzarchive.admin import ReadOnlyAdmin


@admin.register(Pid)
class PidAdmin(ReadOnlyAdmin):
    list_display = ["pid", "kind", "registered_at", "retired_at", "is_demo"]
    list_filter = ["kind", "is_demo", ("retired_at", admin.EmptyFieldListFilter)]
    search_fields = ["pid"]
    search_help_text = "A pid, in any spelling."
    fields = ["pid", "kind", "registered_at", "retired_at", "is_demo"]

    def get_search_results(self, request, queryset, search_term):
        term = search_term.strip()
        return queryset.filter(pid=pids.normalise(term)) if pids.is_pid(term) else queryset.none() if term else queryset, False


@admin.register(Redirect)
class RedirectAdmin(ReadOnlyAdmin):
    list_display = ["key", "kind", "target", "reason", "created_at"]
    list_filter = ["kind", "reason"]
    list_select_related = ["target"]
    search_fields = ["key"]
    search_help_text = "A former slug, or the pid that it leads to."
    fields = ["kind", "key", "target", "reason", "note", "created_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("target")

    def get_search_results(self, request, queryset, search_term):
        term = search_term[:200].strip().lower()
        if pids.is_pid(term):
            pid = pids.normalise(term)
            return queryset.filter(target=pid) | queryset.filter(key=pid), False
        return queryset.filter(key__contains=term) if term else queryset, False
