"""What every desk of the admin shares: one history, no lost edits, lists that count nothing, pickers that ask the server."""

from __future__ import annotations

import copy
import functools
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AdminTextareaWidget, AutocompleteSelect, RelatedFieldWidgetWrapper
from django.core.exceptions import FieldDoesNotExist, PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.core.validators import EMPTY_VALUES, ProhibitNullCharactersValidator
from django.db import DataError, IntegrityError, models, transaction
from django.db.models import Case, ProtectedError, Q, RestrictedError, When
from django.db.models.base import ModelBase
from django.db.models.functions import Coalesce
from django.forms.models import BaseInlineFormSet, InlineForeignKeyField, construct_instance
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html

from .addresses import pids
from .addresses.models import HasPid, Redirect, is_slug_taken
from .desk import sheets
from .desk.models import Scratch
from .fields import blank_to_null, validate_storable
from .history.models import Change, difference, values_of, write
from .marks import hidden_signs, visible
from .merging.models import Mergeable
from .text import fold

# Records that have a desk here. What other apps register for themselves (loose tags, the guard of the log-in) stays out.
APPS = {"articles", "entities", "addresses", "history", "merging", "auth"}
COUNTED_AT_MOST = 5_000
LONGEST_SEARCH = 200
MOST_ROWS = 500
NOTHING = "–"
MOST_OF_ONE_NAME = 10

_SLUG = re.compile(r"[a-z0-9-]{1,80}")


class LogInForm(AdminAuthenticationForm):
    """The log-in, which does not look up names longer than any account's: the guard of the log-in could not write them down."""

    def clean(self):
        if len(self.cleaned_data.get("username", "")) > self.username_field.max_length:
            raise self.get_invalid_login_error()
        return super().clean()


@dataclass(frozen=True)
class Section:
    """A short list on the front page of what waits for whoever logs in, where they have ``permission``.

    ``rows`` takes the person and how many are wanted, and returns (what it is called, address, detail) of each; ``address`` gives
    the list of all of them, where there is one.
    """

    name: str
    permission: str
    rows: Callable[[Any, int], list[tuple[str, str, str]]]
    address: Callable[[], str] | None = None


ROWS_OF_A_SECTION = 6


class ArchiveSite(admin.AdminSite):
    """The admin of the archive. Each app adds to ``sections`` what of its own waits for people."""

    login_form = LogInForm
    site_header = "kzarchive"
    site_title = "kzarchive desk"
    index_title = "The archive"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.sections: list[Section] = []

    def add_sections(self, sections: Iterable[Section]) -> None:
        """Let ``sections`` stand on the front page, after those that are there."""
        self.sections += sections

    def register(self, model_or_iterable, admin_class=None, **options):
        given = [model_or_iterable] if isinstance(model_or_iterable, ModelBase) else model_or_iterable
        super().register([model for model in given if model._meta.app_label in APPS], admin_class, **options)

    def index(self, request, extra_context=None):
        mine = Change.objects.filter(by=request.user).order_by("-id")[:10]
        found = [
            (section.name, rows[:ROWS_OF_A_SECTION], section.address() if section.address and len(rows) > ROWS_OF_A_SECTION else "")
            for section in self.sections
            if request.user.has_perm(section.permission) and (rows := section.rows(request.user, ROWS_OF_A_SECTION + 1))
        ]
        may_import = request.user.has_perm("articles.import_article")
        return super().index(request, {"my_changes": mine, "sections": found, "may_import": may_import, **(extra_context or {})})

    def admin_view(self, view, cacheable=False):
        inner = super().admin_view(view, cacheable)

        def kept(request, *args, **kwargs):
            if request.method == "POST" and not self.has_permission(request) and sheets.keep(request.POST) is not None:
                # The session is over: after the log-in the words are offered on their page.
                messages.warning(request, "You were logged out. What you typed is kept, and is offered on its page once you are logged in.")
            return inner(request, *args, **kwargs)

        return functools.update_wrapper(kept, inner)

    def get_urls(self):
        return [path("scratch/", self.admin_view(self.scratch_view), name="scratch"), *super().get_urls()]

    def scratch_view(self, request):
        """Keep what is being typed, or throw away what was."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        unwanted = request.POST.get("_forget", "")
        if unwanted.isdecimal() and len(unwanted) < 19:
            scratch = Scratch.objects.filter(user=request.user, pk=int(unwanted)).first()
            if scratch is not None:
                scratch.delete()
            return HttpResponseRedirect(scratch.form if scratch else reverse("admin:index"))
        return HttpResponse(status=204 if sheets.keep(request.POST) else 409)

    def autocomplete_view(self, request):
        return Choices.as_view(admin_site=self)(request)

    def password_change(self, request, extra_context=None):
        with transaction.atomic():
            response = super().password_change(request, extra_context)
            if request.method == "POST" and response.status_code == 302:
                write("change password", request.user, by=request.user)
        return response

    def label_of(self, record: models.Model) -> str:
        """Return how ``record`` is called where it is chosen."""
        desk = self._registry.get(type(record))
        return desk.label_of(record) if isinstance(desk, RecordAdmin) else visible(str(record))


class Choices(AutocompleteJsonView):
    """What a picker is answered: what a desk offers for the term, the closest first, with labels that tell namesakes apart."""

    def get_queryset(self):
        records = self._offered()
        itself = self.request.GET.get("not", "")
        return records.exclude(pk=int(itself)) if itself.isdecimal() and len(itself) < 19 else records

    def _offered(self):
        is_by_name = isinstance(self.model_admin, RecordAdmin) and not pids.is_pid(self.term.strip())
        self.offered = self.model_admin.offered(self.term.strip()) if is_by_name else {}
        if not self.offered:
            return super().get_queryset()
        places = Case(*(When(pk=pk, then=place) for place, pk in enumerate(self.offered)), default=len(self.offered))
        records = self.model_admin.get_queryset(self.request).complex_filter(self.source_field.get_limit_choices_to())
        return records.filter(pk__in=self.offered).order_by(places)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        desk, records = self.model_admin, list(context["object_list"])
        self.labels = desk.labels_of(records, self.offered) if isinstance(desk, RecordAdmin) else {}
        return context

    def serialize_result(self, obj, to_field_name):
        return {"id": str(getattr(obj, to_field_name)), "text": self.labels.get(obj.pk) or self.admin_site.label_of(obj)}


def in_articles(count: int) -> str:
    """Return how many articles a record is of, in words for a label."""
    return f"{count} article{'' if count == 1 else 's'}"


class BoundedPaginator(Paginator):
    """Counts no further than ``COUNTED_AT_MOST``: beyond that one searches."""

    @cached_property
    def count(self):
        return self.object_list.order_by().values("pk")[:COUNTED_AT_MOST].count()


class Said(str):
    """What names a record in words, or by its pid, where no script was there to offer it."""


class Picker(AutocompleteSelect):
    """A select that asks the server for its choices; without a script, which asks, a box beside it takes a name or a pid.

    ``known`` maps the primary keys (as text) of records that are already at hand to their labels, so
    that a form of thirty rows asks the database for none of them.
    """

    known: dict[str, str] = {}

    def value_from_datadict(self, data, files, name):
        said = data.get(f"{name}-said", "")
        return Said(said.strip()) if isinstance(said, str) and said.strip() else super().value_from_datadict(data, files, name)

    def value_omitted_from_data(self, data, files, name):
        return super().value_omitted_from_data(data, files, name) and f"{name}-said" not in data

    def render(self, name, value, attrs=None, renderer=None):
        said = value if isinstance(value, Said) else ""
        box = '{}<noscript><label>or its name, or its pid: <input type="text" name="{}-said" value="{}" maxlength="500"></label></noscript>'
        return format_html(box, super().render(name, value, attrs, renderer), name, said)

    def optgroups(self, name, value, attrs=None):
        chosen = [str(key) for key in value if key not in {None, ""}]
        labels = dict(self.known)
        # What was posted may be no number at all; it then is no record either.
        unknown = [key for key in chosen if key not in labels and key.isdecimal() and len(key) < 19]
        if unknown:
            labels |= {str(record.pk): self.admin_site.label_of(record) for record in self.choices.queryset.filter(pk__in=unknown)}
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options += [self.create_option(name, key, labels[key], True, 1) for key in chosen if key in labels]
        return [(None, options, 0)]


class LongTextField(forms.CharField):
    """A text of several lines, with line feeds as they are stored: browsers send CR LF."""

    def to_python(self, value):
        value = super().to_python(value)
        return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value


@functools.cache
def shown(model: type[models.Model], name: str):
    """Return a column that shows a text field of ``model`` with its hidden signs written out, or ``name`` itself for other fields."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    is_text = isinstance(field, models.CharField | models.TextField) and not field.choices
    if not is_text and not isinstance(field, models.JSONField):
        return name

    def show(record):
        value = getattr(record, name)
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            value = "\n".join(value)
        elif not isinstance(value, str):
            value = json.dumps(value, ensure_ascii=False, indent=1) if value else ""
        return visible(value) or NOTHING

    show.__name__ = name
    show.short_description = field.verbose_name
    if is_text:
        show.admin_order_field = name
    return show


def replaced(fields: Iterable, model: type[models.Model], names: set[str]) -> list:
    """Return ``fields`` of a layout with those in ``names`` as columns that show them."""
    return [
        tuple(replaced(field, model, names)) if isinstance(field, tuple | list) else shown(model, field) if field in names else field
        for field in fields
    ]


class ChosenField(forms.ModelChoiceField):
    """Another record, chosen by a picker. ``records`` maps the primary keys (as text) of those at hand: they are not asked for again."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.records: dict[str, models.Model] = {}

    def know(self, records: dict[str, models.Model]) -> None:
        """Have ``records`` at hand, and their labels."""
        self.records = dict(records)
        picker = self.widget.widget if isinstance(self.widget, RelatedFieldWidgetWrapper) else self.widget
        picker.known = {key: picker.admin_site.label_of(record) for key, record in records.items()}

    def to_python(self, value):
        return self._named(value) if isinstance(value, Said) else self.records.get(str(value)) or super().to_python(value)

    def _named(self, said: str) -> models.Model:
        """Return the one record that is called ``said``, or has it for its pid. Raises ValidationError, naming those of one name."""
        model = self.queryset.model
        desk = admin.site.get_model_admin(model)
        if pids.is_pid(said) and issubclass(model, HasPid):
            found = list(self.queryset.filter(pid=pids.normalise(said)))
        elif offered := desk.offered(said):
            named = re.compile(re.escape(fold(said)) + r"(?: [0-9–-]+)?")  # years of use may stand behind a name
            found = list(self.queryset.filter(pk__in=[pk for pk, name in offered.items() if named.fullmatch(fold(name))])[:MOST_OF_ONE_NAME])
        else:
            column = next((name for name in ("name", "title") if name in {field.name for field in model._meta.fields}), "")
            found = list(self.queryset.filter(**{f"{column}__iexact": said})[:MOST_OF_ONE_NAME]) if column else []
        if len(found) == 1:
            return found[0]
        kind = model._meta.verbose_name
        if not found:
            raise ValidationError(f"No {kind} is called “{visible(said)}”: write its name whole, or its pid.")
        raise ValidationError(f"More than one {kind} is called “{visible(said)}”; write the pid: {'; '.join(map(desk.label_of, found))}.")


class RowKeyField(ChosenField):
    """Which row of the record a form is over: one of those that were read with it."""

    def to_python(self, value):
        if value in EMPTY_VALUES:
            return None
        if str(value) not in self.records:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value})
        return self.records[str(value)]


class RowForm(forms.ModelForm):
    """A form over one row whose pickers know the records that came with it.

    The rules of the database are left to the database, which holds them anyway: Django would ask it for each of them, three statements
    a rule, at every save. ``is_refused`` is set on the forms of a save that it has refused; they then ask, and say which rule it was,
    and where. ``found`` is the row as it was before anything was typed.
    """

    is_refused = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = copy.copy(self.instance) if self.is_bound and self.instance.pk else None
        for name, field in self.fields.items():
            if isinstance(field, ChosenField):
                column = self._meta.model._meta.get_field(name)
                record = column.get_cached_value(self.instance, default=None) if self.instance.pk else None
                field.know({str(record.pk): record} if record is not None else {})

    def _post_clean(self):
        excluded = self._get_validation_exclusions()
        # As Django's own, but that a record which was chosen is there has been found by its field.
        excluded |= {name for name, field in self.fields.items() if isinstance(field, InlineForeignKeyField | forms.ModelChoiceField)}
        try:
            self.instance = construct_instance(self, self.instance, self._meta.fields, self._meta.exclude)
            self.instance.full_clean(exclude=excluded, validate_unique=False, validate_constraints=False)
        except ValidationError as fault:
            self._update_errors(fault)
        if self.is_refused:
            self._say_which_rule()

    def _say_which_rule(self):
        excluded = self._get_validation_exclusions()
        for ask in (self.instance.validate_unique, self.instance.validate_constraints):
            try:
                ask(exclude=excluded)
            except ValidationError as fault:
                self._update_errors(fault)


class ChosenTogether:
    """Rows of a form: what their pickers chose is asked for together, one query a picker."""

    def full_clean(self):
        if self.is_bound:
            self._ask_for_chosen()
        super().full_clean()

    def _ask_for_chosen(self):
        unknown: dict[str, list[tuple[ChosenField, str]]] = {}
        for form in self.forms:
            for name, field in form.fields.items():
                value = form.data.get(form.add_prefix(name), "")
                is_key = isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 19
                if isinstance(field, ChosenField) and not isinstance(field, RowKeyField) and is_key and value not in field.records:
                    unknown.setdefault(name, []).append((field, value))
        for asked in unknown.values():
            found = {str(record.pk): record for record in asked[0][0].queryset.filter(pk__in={int(value) for _, value in asked})}
            for field, value in asked:
                field.records |= {value: found[value]} if value in found else {}


class Rows(ChosenTogether, BaseInlineFormSet):
    """The rows inside a record; those of a model whose saving does nothing of its own are written together, three statements at most."""

    def save(self, commit=True):
        if not commit or self.model.save is not models.Model.save:
            return super().save(commit)
        saved = super().save(commit=False)
        self.write_together(self.deleted_objects, [row for row, _ in self.changed_objects], self.new_objects)
        return saved

    def write_together(self, gone: list[models.Model], changed: list[models.Model], new: list[models.Model]) -> None:
        rows = self.model._default_manager
        if gone:
            rows.filter(pk__in=[row.pk for row in gone]).delete()
        for row in changed:
            blank_to_null(row)
        rows.bulk_update(changed, [field.name for field in self.model._meta.concrete_fields if not (field.primary_key or field.generated)])
        rows.bulk_create(new)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        name = self._pk_field.name
        if name in form.fields:
            key = form.fields[name] = RowKeyField(
                self.model._base_manager.none(), initial=form.fields[name].initial, required=False, widget=form.fields[name].widget
            )
            key.records = {str(form.instance.pk): form.instance} if form.instance.pk else {}


class RecordForm(RowForm):
    """A form over a record: its address, the edit it was made from, and what the database said no to.

    ``request`` is set by the desk. A form carries the number of the newest change it was made from; when the record
    has a later one, the form is refused with everything that was typed, and ``conflict`` lists what came between.
    """

    request: HttpRequest
    conflict: list[Change] = []
    newest: int | None = None  # change of the record, where it was read with something else after the record was held

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if slug and not _SLUG.fullmatch(slug):
            raise ValidationError("Write small letters a–z, digits and hyphens only, at most 80.")
        if slug and is_slug_taken(self.instance, slug):
            raise ValidationError(f"“{slug}” belongs to {holder_of(self.instance, slug)}: add a word that tells the two apart.")
        return slug

    def clean(self):
        cleaned = super().clean()
        made_from = self.data.get("made_from", "")
        is_known = made_from.isdecimal() and len(made_from) < 19
        if self.instance.pk and is_known and (self.newest is None or self.newest > int(made_from)):
            self.conflict = list(Change.objects.of(self.instance).filter(pk__gt=int(made_from)).select_related("by"))
        is_own = all(change.by_id == self.request.user.pk for change in self.conflict)
        told_of = (OWN_CONFLICT if is_own else CONFLICT) if self.conflict else ""
        refusals = ["" if self.is_refused else getattr(self.request, "refusal", ""), told_of]
        if any(refusals):
            raise ValidationError([refusal for refusal in refusals if refusal])
        return cleaned

    def _say_which_rule(self):
        super()._say_which_rule()
        if not self.errors:  # what no rule of the form's own record says
            self.add_error(None, self.request.refusal)

    def beside(self) -> list[tuple[str, str, str]]:
        """Return (label, as it stands now, as it was typed) of each field in which what was typed differs from what stands there."""
        found = []
        for name in self.changed_data:
            if name == "body":
                continue  # a text is compared word by word
            now, typed = self.get_initial_for_field(self.fields[name], name), self[name].value()
            if isinstance(self.fields[name], forms.ModelChoiceField):
                chosen = self.fields[name].queryset.filter(pk__in=[key for key in (now, typed) if str(key or "").isdecimal()])
                labels = {str(record.pk): str(record) for record in chosen}
                now, typed = labels.get(str(now), now), labels.get(str(typed), typed)
            found.append((str(self.fields[name].label or name), in_words(now), in_words(typed)))
        return found

    def _get_validation_exclusions(self):
        excluded = super()._get_validation_exclusions()
        # An empty slug is made when the record is saved: until then there is nothing to check.
        return excluded | {"slug"} if "slug" in self.fields and not self.cleaned_data.get("slug") else excluded


@dataclass(frozen=True)
class Fault:
    """What is wrong on a form: of which field, by its label and the id of its control, or of the whole, without either."""

    label: str
    control: str
    message: str


def faults_in(form, formsets=()) -> list[Fault]:
    """Return every fault of ``form`` and of the rows in ``formsets``, in the order of the page, hidden signs written out."""
    found = []
    for at, (of, place) in enumerate([(form, ""), *((row, f" {number}") for formset in formsets for number, row in enumerate(formset.forms, 1))]):
        for name, messages_ in of.errors.items():
            bound = of[name] if name in of.fields else None
            row = f"{of._meta.model._meta.verbose_name.capitalize()}{place}" if at else ""
            label = ": ".join(filter(None, [row, str(bound.label) if bound else ""]))
            found += [Fault(label, bound.auto_id if bound else "", visible(message)) for message in messages_]
    return found + [Fault("", "", visible(message)) for formset in formsets for message in formset.non_form_errors()]


TAKEN_UP = "This is what you typed on {}. Nothing of it is saved: look it through, and save."
CONFLICT = (
    "Somebody else changed this record after you opened it. Nothing was saved; what you typed still stands below, and what they "
    "changed is listed above it. Saving again puts yours in the place of theirs."
)


OWN_CONFLICT = (
    "You saved this record yourself after this page was opened: in another window, or by pressing twice. What that changed is listed below. "
    "Nothing more was saved, and what you typed here still stands; saving again puts it in the place of the other."
)


def holder_of(record: models.Model, slug: str) -> str:
    """Return the record that lives, or lived, at ``slug``, in words."""
    model = type(record)
    holder = model._default_manager.exclude(pk=record.pk).filter(slug=slug).first()
    if holder is not None:
        return f"{visible(str(holder))} ({holder.pid})" if isinstance(holder, HasPid) else visible(str(holder))
    redirect = Redirect.objects.filter(kind=getattr(record, "pid_kind", ""), key=slug).first()
    if redirect is not None:
        holder = model._default_manager.filter(pid=redirect.target_id).first()
        return f"{visible(str(holder)) if holder else 'a record'} ({redirect.target_id}), which once was called so"
    return "whatever bears that identifier"


def newest_change(record: models.Model) -> int:
    """Return the number of the newest change of ``record``, 0 where it has none."""
    return Change.objects.of(record).values_list("pk", flat=True).first() or 0


def with_newest_change(rows: models.QuerySet, record: models.Model) -> models.QuerySet:
    """Return ``rows`` of ``record`` each with the number of its newest change as ``newest_change``: read with one of them, it costs nothing."""
    return rows.annotate(newest_change=Coalesce(Change.objects.of(record).values("pk")[:1], 0))


def hidden_in(record: models.Model) -> list[str]:
    """Return a sentence for each text field of ``record`` that holds hidden signs."""
    found = []
    for field in record._meta.concrete_fields:
        value = field.value_from_object(record)
        if isinstance(value, str) and field.editable and (signs := hidden_signs(value)):
            places = ", ".join(f"{code} at character {place}" for place, code in signs[:5])
            found.append(f"{field.verbose_name}: {places}{' and more' if len(signs) > 5 else ''}")
    return found


class _Layout:
    """What records and the rows inside them share: their fields, and what is only shown of them."""

    formfield_overrides = {models.TextField: {"form_class": LongTextField, "widget": AdminTextareaWidget}}

    def is_editable(self, request, obj) -> bool:
        """Say whether the person who asks may change ``obj`` (None: may add one)."""
        raise NotImplementedError

    def layout(self, request, obj) -> list:
        """Return the fieldsets, by field names."""
        return super().get_fieldsets(request, obj)

    def fixed(self, request, obj) -> list[str]:
        """Return the names of the fields that are only shown."""
        names = list(super().get_readonly_fields(request, obj))
        if not self.is_editable(request, obj):
            names += [name for name in flatten_fieldsets(self.layout(request, obj)) if name not in names]
        return names

    def get_readonly_fields(self, request, obj=None):
        names = self.fixed(request, obj)
        return replaced(names, self.model, set(names))

    def get_fieldsets(self, request, obj=None):
        fixed = set(self.fixed(request, obj))
        return [(title, {**options, "fields": replaced(options["fields"], self.model, fixed)}) for title, options in self.layout(request, obj)]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs |= {"widget": Picker(db_field, self.admin_site), "form_class": ChosenField}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(field, forms.CharField):
            # Ours says at which character; Django's says only that there is one.
            others = [check for check in field.validators if not isinstance(check, ProhibitNullCharactersValidator)]
            field.validators = others if validate_storable in others else [validate_storable, *others]
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False  # one slip of the mouse beside a picker is not how a record goes
        return field


class RowInline(_Layout, admin.TabularInline):
    """Rows of a record, on the record's own page."""

    form = RowForm
    formset = Rows
    extra = 1
    max_num = MOST_ROWS

    def get_formset(self, request, obj=None, **kwargs):
        # However many rows a forged form claims to have. Django sets max_num to 0 where nobody may add: the rows that are there stay.
        formset = super().get_formset(request, obj, **{"absolute_max": 2 * MOST_ROWS, **kwargs})
        formset.form.is_refused = hasattr(request, "is_refused")
        return formset

    def is_editable(self, request, obj):
        return self.has_change_permission(request, obj) and self.admin_site.get_model_admin(self.parent_model).is_editable(request, obj)


class RecordAdmin(_Layout, admin.ModelAdmin):
    """A desk whose every save is one entry of the history, and loses nobody's edit.

    ``word_columns`` are the folded columns that search looks in, ``pid_column`` the one that a pid is looked for in;
    ``linked_lookups`` are the filters that other pages lead to, beside those of ``list_filter``.
    """

    form = RecordForm
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 100
    ordering = ["-id"]
    save_on_top = False
    word_columns: tuple[str, ...] = ()
    pid_column = ""
    linked_lookups: frozenset[str] = frozenset()
    # What a save or a delete may be refused with; each becomes a message on the form.
    refusals: tuple[type[Exception], ...] = (IntegrityError, DataError, ProtectedError, RestrictedError)

    # Who may

    def is_editable(self, request, obj):
        return self.has_add_permission(request) if obj is None else self.has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and getattr(obj, "public_since", None) is None

    def view_on_site(self, obj):
        return obj.get_absolute_url() if getattr(obj, "public_since", None) else None

    def label_of(self, record) -> str:
        """Return how ``record`` is called where it is chosen."""
        return visible(str(record))

    def offered(self, term: str) -> dict[int, str]:
        """Return what a picker offers for ``term``: primary keys, the closest first, with the name each was found by.

        Where it is empty the search of the list serves.
        """
        return {}

    def labels_of(self, records: list, offered: dict[int, str]) -> dict[int, str]:
        """Return for each of ``records`` what a picker shows of it, in a fixed number of queries."""
        return {record.pk: self.label_of(record) for record in records}

    # Lists

    def get_queryset(self, request):
        # A record that was found to be another stands nowhere any more: not in lists, not in pickers, not on a page.
        queryset = super().get_queryset(request)
        return queryset.filter(merged_into=None) if issubclass(self.model, Mergeable) else queryset

    def lookup_allowed(self, lookup, value, request):
        # Any other lookup on a column would be open to everyone with a login, regular expressions among them.
        column, _, kind = lookup.partition("__")
        entries = self.get_list_filter(request)
        filtered = {entry[0] if isinstance(entry, tuple) else getattr(entry, "parameter_name", entry) for entry in entries}
        return lookup in self.linked_lookups or (column in filtered and kind in {"", "exact", "isnull", "gte", "lt"})

    def words_match(self, word: str) -> Q:
        """Return the condition that a record has the folded ``word`` in one of its searched columns."""
        condition = Q()
        for column in self.word_columns:
            condition |= Q(**{f"{column}__contains": word})
        return condition

    def get_search_results(self, request, queryset, search_term):
        term = search_term[:LONGEST_SEARCH].strip()
        if self.pid_column and pids.is_pid(term):
            return queryset.filter(**{self.pid_column: pids.normalise(term)}), False
        for word in fold(term).split():
            queryset = queryset.filter(self.words_match(word))
        return queryset, False

    def action_checkbox(self, obj):
        box = forms.CheckboxInput({"class": "action-select", "aria-label": f"Select {self.label_of(obj)}"}, lambda value: False)
        return box.render(ACTION_CHECKBOX_NAME, str(obj.pk))

    def changelist_view(self, request, extra_context=None):
        try:
            return super().changelist_view(request, extra_context)
        except self.refusals as refusal:
            self.message_user(request, refusal_text(refusal), messages.ERROR)
            return HttpResponseRedirect(request.path)
        except OverflowError:  # a moment that no calendar has, in a filter by date
            return HttpResponseRedirect(f"{request.path}?e=1")

    def get_changelist_instance(self, request):
        try:
            return super().get_changelist_instance(request)
        except DataError:
            raise IncorrectLookupParameters from None

    # One record

    def held(self, queryset):
        """Return the query of one record that holds it until the save ends, so that two saves of it come one after the other."""
        return queryset.select_for_update(of=("self",))

    def get_object(self, request, object_id, from_field=None):
        queryset = self.get_queryset(request)
        if request.method == "POST" and transaction.get_connection().in_atomic_block:
            queryset = self.held(queryset)
        column = self.opts.get_field(from_field) if from_field else self.opts.pk
        try:
            return queryset.get(**{column.name: column.to_python(object_id)})
        except (self.model.DoesNotExist, ValidationError, ValueError):
            return None

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.request = request
        form.is_refused = hasattr(request, "is_refused")
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if typed_at := sheets.take_up(request):
            request.refusal = TAKEN_UP.format(typed_at)
        try:
            response = super().changeform_view(request, object_id, form_url, extra_context)
            if request.method == "POST" and response.status_code == 302:
                sheets.done(request)
            return response
        except self.refusals as refusal:
            if getattr(request, "refusal", ""):
                raise
            # Nothing was written. The same form once more, with the refusal as its fault and all that was typed.
            request.refusal, request.is_refused = refusal_text(refusal), True
            return self.changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        context.update(
            made_from=newest_change(obj) if obj is not None else "",
            called=(called := self.label_of(obj) if obj is not None else ""),
            subtitle=called or None,
            conflict=told(getattr(form, "conflict", ())),
            beside=form.beside() if getattr(form, "conflict", ()) else [],
            **sheets.context(request),
            hidden_signs=hidden_in(obj) if obj is not None else [],
            faults=faults_in(form, [inline.formset for inline in context["inline_admin_formsets"]]) if context["errors"] else [],
        )
        return super().render_change_form(request, context, add, change, form_url, obj)

    # History

    def recorded(self, obj) -> dict[str, Any]:
        """Return the values of ``obj`` that the history keeps."""
        return values_of(obj)

    def save_model(self, request, obj, form, change):
        form.former = self.recorded(form.found) if change else None
        if form.changed_data or not change:
            super().save_model(request, obj, form, change)

    def complete(self, request, record) -> dict[str, list[models.Model]]:
        """Add what follows from a save, before it is entered in the history; return the rows of the record that came of it, by where it has them."""
        return {}

    def entered_as(self, record, form, changed: set[str]) -> tuple[str, str]:
        """Return the act that a change of the columns and rows in ``changed`` is, and its reason. A refusal raised here undoes it."""
        return "change", ""

    def save_related(self, request, form, formsets, change):
        record = form.instance
        sets_before = many_of(form)
        super().save_related(request, form, formsets, change)
        is_touched = not change or form.has_changed() or any(formset.has_changed() for formset in formsets)
        added = self.complete(request, record) if is_touched else {}
        after = self.recorded(record)
        before, after = difference(form.former, after) if change else ({}, after)
        for formset in formsets:
            name = formset.fk.remote_field.get_accessor_name()
            were, are = differing_rows(rows_found(formset), rows_left(formset) | _told_of(formset, added.get(name, [])))
            if were or are:
                before[name], after[name] = were, are
        were, are = difference(sets_before, many_of(form))
        before |= were
        after |= are
        if not change:
            write("add", record, by=request.user, before=None, after=after)
        elif before or after:
            act, reason = self.entered_as(record, form, {*before, *after})
            write(act, record, by=request.user, before=before, after=after, reason=reason)

    def delete_model(self, request, obj):
        with transaction.atomic():
            write("delete", obj, by=request.user, before=self.recorded(obj))
            obj.delete()

    def delete_queryset(self, request, queryset):
        with transaction.atomic():
            for record in queryset:
                self.delete_model(request, record)

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except self.refusals as refusal:
            self.message_user(request, refusal_text(refusal), messages.ERROR)
            return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[object_id]))

    # The one history stands in the place of Django's log.
    def log_addition(self, request, obj, message):
        return None

    def log_change(self, request, obj, message):
        return None

    def log_deletions(self, request, queryset):
        return None

    def get_urls(self):
        restore = self.admin_site.admin_view(self.restore_view)
        return [path("<path:object_id>/restore/", restore, name=f"{self.opts.app_label}_{self.opts.model_name}_restore"), *super().get_urls()]

    def restorable(self, request, record) -> set[str]:
        """Return the columns of ``record`` whose former values the person who asks may put back."""
        if not self.is_editable(request, record):
            return set()
        fixed = set(self.fixed(request, record)) | {"slug"}
        names = [name for name in flatten_fieldsets(self.layout(request, record)) if name not in fixed]
        return {field.attname for field in self.opts.concrete_fields if field.name in names}

    def restore_view(self, request, object_id):
        """Put a former value of one field back, as a new change."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        with transaction.atomic():
            record = self.get_object(request, unquote(object_id))
            if record is None:
                return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
            name, number = request.POST.get("field", ""), request.POST.get("change", "")
            if name not in self.restorable(request, record):
                raise PermissionDenied
            change = Change.objects.of(record).filter(pk=int(number)).first() if number.isdecimal() and len(number) < 19 else None
            if change is None or name not in (change.before or {}):
                raise PermissionDenied
            said, level = self._restored(request, record, name, change), messages.SUCCESS
        if said:
            level = messages.ERROR
        self.message_user(request, said or "The former value stands again.", level)
        return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", args=[object_id]))

    def _restored(self, request, record, name, change) -> str:
        """Do it, and return nothing, or why it cannot be done."""
        before = self.recorded(record)
        try:
            with transaction.atomic():
                setattr(record, name, change.before[name])
                record.full_clean(exclude=["pid", "slug"], validate_unique=False, validate_constraints=False)
                record.save()
        except ValidationError as error:
            return " ".join(error.messages)
        except self.refusals as refusal:
            try:
                record.full_clean(exclude=["pid", "slug"])  # the rule that was broken, in its own words
            except ValidationError as error:
                return " ".join(error.messages)
            return refusal_text(refusal)
        were, are = difference(before, self.recorded(record))
        if not were and not are:
            return "That value stands there already."
        write("restore value", record, by=request.user, before=were, after=are, reason=f"as of {change.at:%d %B %Y, %H:%M} UTC")
        return ""

    def history_view(self, request, object_id, extra_context=None):
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        page = BoundedPaginator(Change.objects.of(record).select_related("by"), 100).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {self.label_of(record)}",
            "changes": told(page),
            "restorable": self.restorable(request, record),
            "restore": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_restore", args=[record.pk]),
            "page": page,
            "object": record,
            "opts": self.opts,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/object_history.html", context)


class ReadOnlyAdmin(RecordAdmin):
    """Records that are looked at here and written elsewhere."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def refusal_text(refusal: Exception) -> str:
    """Return why the database, or an act, said no: one sentence for the editor."""
    if isinstance(refusal, ProtectedError | RestrictedError):
        return "Nothing was deleted: other records rest on this one."
    line = str(refusal).partition("\n")[0].strip()
    return f"The archive refuses this: {line}." if isinstance(refusal, IntegrityError | DataError) else line


def rows_found(formset) -> dict[str, dict[str, Any]]:
    """Return the rows of an inline as they were found, by primary key."""
    return _told_of(formset, [form.found for form in formset.initial_forms if form.found is not None])


def rows_left(formset) -> dict[str, dict[str, Any]]:
    """Return the rows of an inline as its save has left them, by primary key."""
    gone = formset.deleted_forms
    return _told_of(formset, [form.instance for form in formset.forms if form.instance.pk and form not in gone])


def _told_of(formset, rows: Iterable[models.Model]) -> dict[str, dict[str, Any]]:
    return {str(row.pk): {name: value for name, value in values_of(row).items() if name != formset.fk.attname} for row in rows}


def differing_rows(before: dict, after: dict) -> tuple[dict, dict]:
    """Return the parts of two sets of rows that differ; a row that one of them lacks is None there."""
    were, are = {}, {}
    for key in [key for key in {**before, **after} if before.get(key) != after.get(key)]:
        if key in before and key in after:
            were[key], are[key] = difference(before[key], after[key])
        else:
            were[key], are[key] = before.get(key), after.get(key)
    return were, are


def many_of(form) -> dict[str, list[str]]:
    """Return the sets of other records that ``form`` may change, as they stand, in words."""
    record = form.instance
    names = [field.name for field in record._meta.many_to_many if field.name in form.fields]
    return {name: sorted(str(other) for other in getattr(record, name).all()) if record.pk else [] for name in names}


def told(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Return changes for a page, each with who, when, which act, why, and (column, its name, before, after) of each value.

    Hidden signs are written out. What is another record is called as that is: one query for each kind of record that is named.
    """
    changes = list(changes)
    columns = {kind: _columns_of(kind) for kind in {change.kind for change in changes}}
    named: dict[type[models.Model], set[int]] = {}
    for change in changes:
        for values in (change.before or {}, change.after or {}):
            for name, value in values.items():
                field = columns[change.kind].get(name)
                if field is not None and field.related_model and isinstance(value, int):
                    named.setdefault(field.related_model, set()).add(value)
    called = {model: {record.pk: admin.site.label_of(record) for record in model._base_manager.filter(pk__in=keys)} for model, keys in named.items()}

    def shown_value(kind: str, name: str, value: Any) -> str:
        field = columns[kind].get(name)
        labels = called.get(field.related_model, {}) if field is not None else {}
        return labels.get(value) or in_words(value) if isinstance(value, int) else in_words(value)

    return [
        {
            "at": change.at,
            "by": change.by,
            "act": change.act,
            "reason": visible(change.reason),
            "pk": change.pk,
            "has_before": set(change.before or {}),
            "has_text": bool((change.before or {}).get("sha256")),
            "values": [
                (
                    name,
                    str(columns[change.kind][name].verbose_name) if name in columns[change.kind] else _CALLED.get(name, name.replace("_", " ")),
                    shown_value(change.kind, name, (change.before or {}).get(name)),
                    shown_value(change.kind, name, (change.after or {}).get(name)),
                )
                for name in {**(change.before or {}), **(change.after or {})}
                if not name.endswith("_key")  # what is searched follows from the fields beside it
            ],
        }
        for change in changes
    ]


def _columns_of(kind: str) -> dict[str, models.Field]:
    """Return the columns of the model that the history calls ``kind``, by name; none where there is no such model any more."""
    try:
        return {field.attname: field for field in apps.get_model(kind)._meta.concrete_fields}
    except (LookupError, ValueError):
        return {}


# What entries of the history name that is no column of the record.
_CALLED = {"sha256": "text (its SHA-256)", "kinds": "kinds of its blocks"}


def in_words(value: Any) -> str:
    """Return a value of the history as text: rows of a record one on a line, each with what is known of it."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, dict) and all(key.isdecimal() for key in value):  # rows, by their primary keys
        rows = [_row_in_words(row) for row in value.values() if row]
        return "\n".join(rows) or NOTHING
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return visible("\n".join(value)) or NOTHING
    return visible(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _row_in_words(row: dict[str, Any]) -> str:
    known = sorted(name for name, value in row.items() if value not in EMPTY_VALUES and not name.endswith("_key"))
    return "; ".join(f"{name.removesuffix('_id').replace('_', ' ')}: {in_words(row[name])}" for name in known)
