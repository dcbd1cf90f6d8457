"""Bringing in, and everything else that is done to many at once: looked at first, done in stretches, undone as a whole."""

from __future__ import annotations

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from articles import editorial, rights
from articles.difference import difference, shortened
from articles.editorial import EditorialError, NotAllowed
from articles.ingest.bundle import BundleRefused, is_bundle, members
from articles.models import Article, Author, Batch, BatchRow, Contribution, Publication, TaggedTopic, Topic, Version
from kzarchive.admin import ChosenField, LongTextField, Picker, ReadOnlyAdmin, refusal_text, shown
from kzarchive.desk import sheets
from kzarchive.fields import validate_storable
from kzarchive.marks import visible

from .acts import StoredText
from .waiting import first_words

# How long one request works: with a script the page asks again at once, without one somebody has to press a button.
SECONDS_WITH_SCRIPT = 1.5
SECONDS_WITHOUT = 10
ROWS_A_PAGE = 200
READ_AT_ONCE_BYTES = 1_000_000
# Encodings that are not worth a word in a list: nothing of them was guessed.
UNDOUBTED = {"utf-8 (The bytes are valid UTF-8.)", "utf-8 (Only ASCII characters occur.)"}
RIGHTS = [("", "— unknown, or as printed on the page —"), *sorted(rights.STATEMENTS.items(), key=lambda pair: pair[1]), *(
    (uri, rights.label(uri)) for uri in sorted(rights.FULL_TEXT_STATEMENTS - rights.STATEMENTS.keys())
)]  # fmt: skip


class _ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Any number of files, as a list."""

    widget = _ManyFiles

    def clean(self, data, initial=None):
        return [super(ManyFilesField, self).clean(file, initial) for file in data or []]


class ImportForm(forms.Form):
    """What is brought in: words pasted, files, or both, and under what terms. ``captures`` are (name, bytes, fault) of each."""

    text = LongTextField(
        label="Paste a page", required=False, strip=False, widget=forms.Textarea(attrs={"rows": 14, "class": "vLargeTextField"}),
        help_text="All of it, as you copied it: menus and counters are found and left out, and nothing is thrown away.",
    )  # fmt: skip
    files = ManyFilesField(
        label="Or files", required=False, allow_empty_file=True,  # of several it is told which one is
        help_text="Saved pages (.html), text files, several at once, or a zip of them: at most 20 MB to send and 100 MB unpacked, 2,000 files.",
    )  # fmt: skip
    name = forms.CharField(required=False, max_length=200, validators=[validate_storable], help_text="What it is called in the list of batches.")
    access = forms.ChoiceField(choices=Article.Access.choices, initial=Article.Access.RECORD, help_text=Article._meta.get_field("access").help_text)
    rights = forms.ChoiceField(required=False, choices=RIGHTS, help_text="For all of them. What a page prints about itself is kept beside it.")
    rights_basis = forms.CharField(
        required=False, max_length=500, validators=[validate_storable], help_text="How these rights are known: a letter from the publisher …"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].validators = [validate_storable]  # says at which character
        self.captures: list[tuple[str, bytes, str]] = []

    def clean(self):
        cleaned = super().clean()
        text, files = cleaned.get("text"), cleaned.get("files") or []
        if "text" not in self.errors and not files and not (text or "").strip():
            self.add_error("text", "Paste a page, or choose a file: there is nothing to bring in.")
        if bool(cleaned.get("rights")) != bool(cleaned.get("rights_basis")):
            self.add_error("rights_basis", "Rights and how they are known go together: give both or neither.")
        if cleaned.get("access") == Article.Access.FULL and not rights.allows_full_text(cleaned.get("rights")):
            self.add_error("access", "The whole text may be shown only under a statement that allows it: choose it under “rights”.")
        if not self.errors:
            self._take(text, files)
        return cleaned

    def _take(self, text, files):
        if (text or "").strip():
            self.captures.append((f"pasted {timezone.now():%Y-%m-%d %H.%M}.txt", text.encode(), ""))
        for file in files:
            head = file.read(4)
            file.seek(0)
            if not is_bundle(head):
                self.captures.append((file.name or "unnamed", file.read(), ""))
                continue
            try:
                self.captures += [(f"{file.name}/{member.name}", member.data, member.fault) for member in members(file)]
            except BundleRefused as refusal:
                self.add_error("files", f"{visible(file.name or 'The zip')}: {visible(str(refusal))}")
        if len(self.captures) > editorial.MOST_ROWS:
            self.add_error("files", f"There are {len(self.captures):,} captures; {editorial.MOST_ROWS:,} is the most that is looked at in one go.")
        elif not self.captures and not self.errors:
            self.add_error("files", "There is no file in it that could be a capture.")


class ManyForm(forms.Form):
    """What is done to many articles at once; each kind asks for more."""

    articles = forms.CharField(widget=forms.HiddenInput, max_length=20_000)
    reason = StoredText(
        required=False, widget=AdminTextareaWidget(attrs={"rows": 2}), help_text="For those that were public: readers see it beside the next version."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "reason" in self.fields:  # asked last, when it is said what is done
            self.order_fields([*(name for name in self.fields if name != "reason"), "reason"])

    def clean_articles(self):
        keys = self.cleaned_data["articles"].split(",")
        if not all(key.isascii() and key.isdecimal() and len(key) < 19 for key in keys):
            raise forms.ValidationError("Choose the articles in the list once more.")
        return [int(key) for key in keys]

    def terms(self):
        """Return what ``editorial.rehearse_many`` asks for."""
        return {name: value for name, value in self.cleaned_data.items() if name != "articles"}


class RightsForm(ManyForm):
    rights = forms.ChoiceField(choices=[("", "—"), *RIGHTS[1:]])
    rights_basis = forms.CharField(max_length=500, validators=[validate_storable], help_text="How these rights are known.")
    access = forms.ChoiceField(required=False, choices=[("", "leave as it is"), *Article.Access.choices])


class PublicationForm(ManyForm):
    publication = ChosenField(queryset=Publication.objects.all(), widget=Picker(Article._meta.get_field("publication"), admin.site))

    def terms(self):
        return {**super().terms(), "publication": self.cleaned_data["publication"].pk}


class NameForm(ManyForm):
    printed = forms.CharField(max_length=300, label="Name as it stands", validators=[validate_storable], help_text="Exactly, as the by-line has it.")
    correct = forms.CharField(max_length=300, label="Name as it ought to read", validators=[validate_storable])
    author = ChosenField(
        required=False, queryset=Author.objects.all(), widget=Picker(Contribution._meta.get_field("author"), admin.site),
        help_text="Who that is; empty leaves it as it is.",
    )  # fmt: skip

    def terms(self):
        author = self.cleaned_data["author"]
        return {**super().terms(), "author": author and author.pk, "author_name": author and author.name}


class TopicForm(ManyForm):
    reason = None
    topic = ChosenField(queryset=Topic.objects.all(), widget=Picker(TaggedTopic._meta.get_field("tag"), admin.site))

    def terms(self):
        return {"topic": self.cleaned_data["topic"].pk, "topic_name": self.cleaned_data["topic"].name}


class PublishForm(ManyForm):
    reason = None


MANY = {
    Batch.Kind.PUBLISH: ("Publish", PublishForm), Batch.Kind.RIGHTS: ("Set rights", RightsForm), Batch.Kind.NAME: ("Correct a name", NameForm),
    Batch.Kind.PUBLICATION: ("Set the publication", PublicationForm), Batch.Kind.TOPIC: ("Add a topic", TopicForm),
}  # fmt: skip


@admin.register(Batch)
class BatchAdmin(ReadOnlyAdmin):
    list_display = [shown(Batch, "name"), "kind", "state", "by", "made_at", "done_at"]
    list_filter = ["kind", "state"]
    list_select_related = ["by"]
    search_fields = ["name"]
    search_help_text = "Words of its name."
    change_list_template = "admin/articles/batch/change_list.html"

    def get_queryset(self, request):
        """Batches that were done are everybody's to see; what somebody only looks at is nobody else's."""
        found = super().get_queryset(request).select_related("by", "undoes", "undone_by")
        done = found.filter(state__in=[Batch.State.RUNNING, Batch.State.DONE])
        return done | found.filter(by=request.user)

    def get_search_results(self, request, queryset, search_term):
        for word in search_term[:200].split():
            queryset = queryset.filter(name__icontains=word)
        return queryset, False

    def changelist_view(self, request, extra_context=None):
        may_import = request.user.has_perm("articles.import_article")
        return super().changelist_view(request, {"may_import": may_import, **(extra_context or {})})

    def get_urls(self):
        def page(route, view):
            name = view.__name__.removesuffix("_view")
            return path(route, self.admin_site.admin_view(view), name=f"articles_batch_{name}")

        return [
            page("import/", self.import_view),
            page("many/<slug:kind>/", self.many_view),
            page("<int:object_id>/go-on/", self.go_on_view),
            page("<int:object_id>/start/", self.start_view),
            page("<int:object_id>/give-up/", self.give_up_view),
            page("<int:object_id>/undo/", self.undo_view),
            page("<int:object_id>/rows/<int:number>/", self.row_view),
            *super().get_urls(),
        ]

    # Pages

    def import_view(self, request):
        """Take captures in and lay them out for a look; nothing of them is part of the archive yet."""
        if request.method not in {"GET", "HEAD", "POST"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        if not request.user.has_perm("articles.import_article"):
            raise PermissionDenied
        typed_at = sheets.take_up(request)
        editorial.tidy(timezone.now())
        sent = request.method == "POST" and not typed_at
        form = ImportForm(request.POST, request.FILES) if sent else ImportForm(initial=request.POST.dict() if typed_at else None)
        if sent and form.is_valid():
            terms = {name: form.cleaned_data[name] for name in ("access", "rights", "rights_basis")}
            batch = editorial.lay_out(form.captures, by=request.user, name=form.cleaned_data["name"] or _called(form.captures), terms=terms)
            # What takes longer is read while its page tells how far it has come.
            if sum(len(data) for _, data, _ in form.captures) < READ_AT_ONCE_BYTES:
                editorial.read_on(batch, seconds=SECONDS_WITH_SCRIPT)
            sheets.done(request)
            return HttpResponseRedirect(batch.get_absolute_url())
        unfinished = list(Batch.objects.filter(by=request.user, state__in=[Batch.State.READING, Batch.State.PREVIEW, Batch.State.RUNNING])[:20])
        context = {"form": form, "unfinished": unfinished, "media": self.media, "typed_at": typed_at, **sheets.context(request)}
        return self._page(request, "import", "Bring in", context)

    def many_view(self, request, kind):
        """Ask what is to be done to the articles that were chosen in the list, and rehearse it."""
        if request.method not in {"GET", "HEAD", "POST"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        if kind not in MANY:
            raise Http404
        if not request.user.has_perm(editorial.PERMISSIONS[kind]):
            raise PermissionDenied
        title, form_class = MANY[kind]
        typed_at = sheets.take_up(request)
        kept = sheets.context(request)
        if request.method != "POST":  # where a log-in leads back to
            if not kept["scratches"]:
                self.message_user(request, "Choose the articles in the list first.", messages.WARNING)
                return HttpResponseRedirect(reverse("admin:articles_article_changelist"))
            return self._page(request, "many", title, {"kind": kind, **kept})
        chosen = request.POST.getlist("_selected_action")
        form = form_class(initial={"articles": ",".join(chosen)}) if chosen else form_class(request.POST)
        if not chosen and not typed_at and form.is_valid():
            articles = Article.objects.filter(pk__in=form.cleaned_data["articles"]).select_related("publication").order_by("pk")
            try:
                batch = editorial.rehearse_many(kind, articles, by=request.user, terms=form.terms(), name=f"{title}: {len(articles)} articles")
            except NotAllowed:
                raise PermissionDenied from None
            except editorial.InvalidRecord as refusal:
                for field, faults in refusal.faults.items():
                    form.add_error(field if field in form.fields else None, faults)
            else:
                sheets.done(request)
                return HttpResponseRedirect(batch.get_absolute_url())
        count = len((chosen or request.POST.get("articles", "").split(","))[: editorial.MOST_ARTICLES + 1])
        context = {"form": form, "kind": kind, "count": count, "media": self.media + form.media, "typed_at": typed_at, **kept}
        return self._page(request, "many", title, context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if request.method == "POST":
            raise PermissionDenied
        batch = self.get_object(request, unquote(object_id))
        if batch is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, batch):
            raise PermissionDenied
        counts = dict(batch.rows.order_by("status").values_list("status").annotate(Count("id")))
        status = request.GET.get("status", "")
        rows = batch.rows.filter(status=status) if status in counts else batch.rows.all()
        page = Paginator(rows.order_by("number"), ROWS_A_PAGE).get_page(request.GET.get("p"))
        is_mine = batch.by_id == request.user.pk
        left = counts.get("waiting", 0) if batch.state == Batch.State.READING else batch.rows.filter(is_done=False).count()
        context = {
            "batch": batch,
            "counts": sorted(counts.items()),
            "status": status if status in counts else "",
            "page": page,
            "rows": [_line(batch, row) for row in page],
            "total": sum(counts.values()),
            "left": left,
            "reached": sum(counts.values()) - left,
            "goes_on": is_mine and batch.state in {Batch.State.READING, Batch.State.RUNNING},
            "starts": is_mine and batch.state == Batch.State.PREVIEW,
            "is_undoable": self.may_undo(request, batch),
            "worth_doing": sum(count for kind, count in counts.items() if kind in {"new", "near-duplicate", "same-text", "ready"}),
            "media": self.media,
        }
        return self._page(request, "batch", str(batch), context)

    def row_view(self, request, object_id, number):
        """Show what was read from one capture that waits, and how its text differs from the one it is like."""
        batch, row = self._row(request, object_id, number)
        other = row.duplicate_of or row.pid
        version = Version.objects.filter(article__pid=other).select_related("article").order_by("-number").first() if other else None
        body = editorial.waiting_body(row)
        context = {"batch": batch, "row": _line(batch, row), "other": version and version.article, "body": visible(body[:20_000])}
        former = version.body if version is not None else ""
        if not other and (above := batch.rows.filter(number=row.facts.get("beside") or 0).first()) is not None:
            above.batch = batch
            former = editorial.waiting_body(above)
            context["above"] = _line(batch, above)
        context["blocks"] = shortened(difference(visible(former), visible(body))) if former and body else []
        return self._page(request, "row", visible(row.name), context)

    # What is done

    def start_view(self, request, object_id):
        return self._go_on(request, object_id, starts=True)

    def go_on_view(self, request, object_id):
        return self._go_on(request, object_id, starts=False)

    def _go_on(self, request, object_id, *, starts):
        batch = self._posted(request, object_id)
        if not isinstance(batch, Batch):
            return batch
        if batch.by_id != request.user.pk:
            raise PermissionDenied
        is_asked_by_script = request.headers.get("X-Requested-With") == "fetch"
        seconds = SECONDS_WITH_SCRIPT if is_asked_by_script else SECONDS_WITHOUT
        try:
            if batch.state == Batch.State.READING:
                editorial.read_on(batch, seconds=seconds)
            elif batch.state == Batch.State.RUNNING or (starts and batch.state == Batch.State.PREVIEW):
                self._do(request, batch, seconds)
        except NotAllowed:
            raise PermissionDenied from None
        except EditorialError as refusal:
            self.message_user(request, refusal_text(refusal), messages.ERROR)
            batch.refresh_from_db()
        if is_asked_by_script:
            left = batch.rows.filter(status="waiting").count() if batch.state == Batch.State.READING else batch.rows.filter(is_done=False).count()
            return JsonResponse({"state": batch.state, "left": left, "total": batch.rows.count()})
        return HttpResponseRedirect(self._after(batch))

    def _do(self, request, batch, seconds):
        is_undo = batch.kind == Batch.Kind.UNDO
        if (batch.undoes if is_undo else batch).kind == Batch.Kind.IMPORT:
            go_on = editorial.undo_import_on if is_undo else editorial.bring_in_on
        else:
            go_on = editorial.undo_many_on if is_undo else editorial.do_many_on
        go_on(batch, by=request.user, seconds=seconds)

    def _after(self, batch):
        """Return where one goes from here: a single new draft is looked through at once."""
        if batch.kind == Batch.Kind.IMPORT and batch.state == Batch.State.DONE:
            made = list(batch.rows.filter(status__in=["new", "near-duplicate"]).values_list("article", flat=True)[:2])
            if len(made) == 1 and made[0] and batch.rows.count() == 1:
                return reverse("admin:articles_article_review", args=made)
        return batch.get_absolute_url()

    def give_up_view(self, request, object_id):
        batch = self._posted(request, object_id)
        if not isinstance(batch, Batch):
            return batch
        try:
            editorial.give_up(batch, by=request.user)
        except NotAllowed:
            raise PermissionDenied from None
        except EditorialError as refusal:
            self.message_user(request, refusal_text(refusal), messages.ERROR)
            return HttpResponseRedirect(batch.get_absolute_url())
        self.message_user(request, "Thrown away: nothing was brought in.", messages.SUCCESS)
        return HttpResponseRedirect(
            reverse("admin:articles_batch_import" if batch.kind == Batch.Kind.IMPORT else "admin:articles_article_changelist")
        )

    def may_undo(self, request, batch) -> bool:
        may = batch.by_id == request.user.pk or request.user.has_perm("articles.review_article")
        is_done = batch.state in {Batch.State.RUNNING, Batch.State.DONE} and batch.kind != Batch.Kind.UNDO
        return may and is_done and not Batch.objects.filter(undoes=batch).exists()

    def undo_view(self, request, object_id):
        """Say what undoing a whole batch takes back, and begin with it."""
        if request.method not in {"GET", "HEAD", "POST"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        batch = self.get_object(request, str(object_id))
        if batch is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(object_id))
        if request.method == "POST":
            try:
                undo = self._begin_undo(request, batch)
                if undo.state == Batch.State.RUNNING:
                    self._do(request, undo, SECONDS_WITH_SCRIPT)
            except NotAllowed:
                raise PermissionDenied from None
            except EditorialError as refusal:
                self.message_user(request, refusal_text(refusal), messages.ERROR)
                return HttpResponseRedirect(batch.get_absolute_url())
            return HttpResponseRedirect(undo.get_absolute_url())
        if not self.may_undo(request, batch):
            self.message_user(request, "There is nothing here that you could undo.", messages.WARNING)
            return HttpResponseRedirect(batch.get_absolute_url())
        articles = list(editorial.made_by(batch).annotate(first_words=first_words())) if batch.kind == Batch.Kind.IMPORT else []
        context = {
            "batch": batch,
            "articles": [(article, self.admin_site.label_of(article)) for article in articles[:ROWS_A_PAGE]],
            "count": len(articles) or batch.rows.filter(status="done").count(),
            "public": [article.pid for article in articles if article.was_ever_public],
        }
        return self._page(request, "undo", f"Undo: {batch}", context)

    def _begin_undo(self, request, batch):
        undo = editorial.undo_import if batch.kind == Batch.Kind.IMPORT else editorial.undo_many
        return undo(batch, by=request.user)

    # Inside

    def _posted(self, request, object_id):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        batch = self.get_object(request, str(object_id))
        return self._get_obj_does_not_exist_redirect(request, self.opts, str(object_id)) if batch is None else batch

    def get_object(self, request, object_id, from_field=None):
        try:
            return self.get_queryset(request).get(pk=int(object_id))
        except (Batch.DoesNotExist, ValueError, OverflowError):
            return None

    def _row(self, request, object_id, number):
        if request.method not in {"GET", "HEAD"}:
            raise PermissionDenied
        batch = self.get_object(request, str(object_id))
        row = batch and batch.rows.filter(number=min(number, 2**31 - 1)).first()
        if row is None:
            raise Http404
        row.batch = batch
        return batch, row

    def _page(self, request, template, title, context):
        frame = {**self.admin_site.each_context(request), "title": title, "opts": self.opts, "media": self.media}
        return TemplateResponse(request, f"admin/articles/batch/{template}.html", {**frame, **context})


def _called(captures) -> str:
    """Return a name for an import that was given none: its files."""
    first = visible(captures[0][0])
    return f"{first[:120]} and {len(captures) - 1} more" if len(captures) > 1 else first[:200]


def _line(batch: Batch, row: BatchRow) -> dict:
    """Return one row for a page, hidden signs written out."""
    facts = row.facts
    other = row.duplicate_of or (row.pid if row.status in {"unchanged", "same-text"} else "")
    encoding = facts.get("encoding") or ""
    return {
        "number": row.number,
        "name": visible(row.name),
        "status": row.status,
        "is_done": row.is_done,
        "article": row.article_id,
        "pid": row.pid,
        "other": other,
        "message": visible(row.message),
        "at": facts.get("at"),
        "beside": None if other else facts.get("beside"),
        "title": visible(facts["title"]) if facts.get("title") else "",
        "authors": visible(", ".join(facts.get("authors") or [])),
        "publication": visible(facts.get("publication") or ""),
        "published_on": facts.get("published_on") or "",
        "language": facts.get("language") or "",
        "label": visible(facts.get("label") or ""),
        "encoding": "" if encoding in UNDOUBTED else encoding,
        "words": facts.get("words"),
        "doubts": [visible(doubt["message"]) for doubt in facts.get("doubts") or [] if doubt["message"] not in encoding],
        "changes": [
            (name.replace("_", " "), visible(str(before or "–")), visible(str(after or "–"))) for name, before, after in facts.get("changes") or []
        ],
        "is_shown": batch.state == Batch.State.PREVIEW and row.status not in {"failed", "waiting"} and batch.kind == Batch.Kind.IMPORT,
    }
