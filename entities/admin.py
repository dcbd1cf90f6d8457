"""The authority file at the desk: entities with their names. They are merged one day, and never deleted."""

from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles.editorial import EditorialError, note_names_of
from articles.editorial.splitting import BOTH, GOES, STAYS, claims_of, rows_of, split
from articles.models import Article, TaggedEntity, Version
from entities import lookup
from entities.models import Entity, Identifier, Name, Relation
from entities.names import cautions, proposals
from kzarchive.admin import NOTHING, RowInline, in_articles, shown
from kzarchive.desk import sheets
from kzarchive.marks import visible
from kzarchive.merging.acts import MergingError
from kzarchive.merging.admin import MergeDesk, Why
from kzarchive.merging.models import Split

SPLIT_AT_ONCE = 20
MOST_PARTS = 200
MOST_USES = 20  # of each kind, where it is said why an entity is not deleted
AROUND = 80  # characters before a name, and twice as many from it on
PART_LABELS = {"names": "Names of the other", "identifiers": "Identifiers of the other", "relations": "Relations of the other"}
RELATED = {"relations": ("subject", "object")}


class SplitForm(Why):
    """Of some articles whether each speaks of the entity, of the other, or of both; of their claims; and what else goes to the other."""

    def __init__(self, *args, entity, taggings, **kwargs):
        super().__init__(*args, **kwargs)
        self.taggings = taggings
        articles = [tagging.content_object_id for tagging in taggings]
        self.claims = list(claims_of(entity).filter(article__in=articles))
        for tagging in taggings:
            choices = [(STAYS, "this one"), (GOES, "the other"), (BOTH, "both")]
            self.fields[f"tag-{tagging.pk}"] = forms.ChoiceField(label="It speaks of", choices=choices, initial=STAYS, widget=forms.RadioSelect)
        for claim in self.claims:
            choices = [("", "as its article"), (STAYS, "this one"), (GOES, "the other")]
            self.fields[f"claim-{claim.pk}"] = forms.ChoiceField(
                label=visible(claim.restatement), choices=choices, required=False, widget=forms.RadioSelect
            )
        for part, label in PART_LABELS.items():
            rows = [(row.pk, _in_words(row)) for row in rows_of(entity, part).select_related(*RELATED.get(part, ()))[:MOST_PARTS]]
            self._offer(part, label, rows)
        apart = claims_of(entity).exclude(article__tagged_entities__tag=entity)[:MOST_PARTS]
        self._offer("claims", "Claims of articles that are not tagged with it", [(claim.pk, visible(f"{claim} ({claim.pid})")) for claim in apart])

    def _offer(self, name, label, rows):
        if rows:
            self.fields[name] = forms.TypedMultipleChoiceField(
                label=label, choices=rows, coerce=int, required=False, widget=forms.CheckboxSelectMultiple
            )

    def answers(self) -> dict[int, str]:
        return {tagging.pk: self.cleaned_data[f"tag-{tagging.pk}"] for tagging in self.taggings}

    def parts(self) -> dict[str, list[int]]:
        return {part: self.cleaned_data.get(part, []) for part in PART_LABELS}

    def going_claims(self) -> list[int]:
        """Return the claims that go: those chosen, and those that follow an article that goes."""
        goes = {tagging.content_object_id for tagging in self.taggings if self.cleaned_data[f"tag-{tagging.pk}"] == GOES}
        answered = {claim: self.cleaned_data[f"claim-{claim.pk}"] for claim in self.claims}
        following = [claim.pk for claim, answer in answered.items() if answer == GOES or (not answer and claim.article_id in goes)]
        return [*following, *self.cleaned_data.get("claims", [])]

    def what_else(self):
        return [self[name] for name in (*PART_LABELS, "claims") if name in self.fields]

    def lines(self, entity):
        """Yield each article with where the desk has it, the words around the first name in it, its field, and the fields of its claims."""
        mentions = _mentions(entity, [tagging.content_object_id for tagging in self.taggings])
        for tagging in self.taggings:
            article = tagging.content_object
            yield {
                "label": visible(f"{article.title or article.pid} ({article.published_on or 'undated'})"),
                "address": reverse("admin:articles_article_change", args=[article.pk]),
                "mention": visible(mentions.get(article.pk, "")),
                "field": self[f"tag-{tagging.pk}"],
                "claims": [self[f"claim-{claim.pk}"] for claim in self.claims if claim.article_id == article.pk],
            }


def _in_words(row) -> str:
    if isinstance(row, Name):
        return visible(f"{row.text} ({row.language}, {row.kind}{f', {years}' if (years := _years(row.from_year, row.to_year)) else ''})")
    if isinstance(row, Relation):
        when = " to ".join(filter(None, [row.began_on or "", row.ended_on or ""]))
        return visible(f"{row.subject}: {row.title + ', ' if row.title else ''}{row.kind} {row.object}{f' ({when})' if when else ''}")
    return visible(str(row))


def _mentions(entity: Entity, articles: list[int]) -> dict[int, str]:
    """Return, for each article whose text has one of the names of ``entity``, the words around the first of them."""
    names = sorted({name.casefold() for name in entity.names.values_list("text", flat=True)} - {""}, key=len, reverse=True)
    found = {}
    bodies = Version.objects.filter(article__in=articles).order_by("article", "number").values_list("article", "body")
    for article, body in dict(bodies).items():
        lowered = body.casefold()
        places = [at for at in map(lowered.find, names) if at >= 0]
        if places and len(lowered) == len(body):
            at, end = max(0, min(places) - AROUND), min(places) + 2 * AROUND
            around = body[at:end].split()[1 if at else 0 : -1 if end < len(body) else None]  # whole words
            found[article] = f"{'… ' if at else ''}{' '.join(around)}{' …' if end < len(body) else ''}"
    return found


class NameInline(RowInline):
    model = Name
    fields = ["text", "language", "kind", "from_year", "to_year", "search_may_use", "tagging_may_use", "note"]


class IdentifierInline(RowInline):
    model = Identifier
    fields = ["scheme", "value"]


class RelationInline(RowInline):
    model = Relation
    fk_name = "subject"
    fields = ["kind", "object", "title", "began_on", "ended_on", "source", "is_certain"]
    autocomplete_fields = ["object"]
    verbose_name = "relation to another"
    verbose_name_plural = "what it is to others"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("object", "subject")


class UncertainFilter(admin.SimpleListFilter):
    """Those of which something is not certain: what they are to others, or whether an article speaks of them."""

    title = "certainty"
    parameter_name = "uncertain"
    _OF = {
        "relations": Relation.objects.filter(is_certain=False).values("subject"),
        "articles": TaggedEntity.objects.filter(is_certain=False).values("tag"),
    }

    def lookups(self, request, model_admin):
        return [("relations", "relations uncertain"), ("articles", "articles uncertain")]

    def queryset(self, request, queryset):
        return queryset.filter(pk__in=self._OF[self.value()]) if self.value() in self._OF else queryset


@admin.register(Entity)
class EntityAdmin(MergeDesk):
    list_display = [shown(Entity, "name"), "pid", "kind", shown(Entity, "description")]
    list_filter = ["kind", UncertainFilter]
    search_fields = ["name"]
    word_columns = ("slug",)
    pid_column = "pid"
    search_help_text = "Words of any of its names, in any script, or a pid."
    fields = ["name", "kind", "description", "slug", "pid", "proposed_names"]
    readonly_fields = ["pid", "proposed_names"]
    inlines = [NameInline, IdentifierInline, RelationInline]

    def get_urls(self):
        return [path("<path:object_id>/split/", self.admin_site.admin_view(self.split_view), name="entities_entity_split"), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and request.user.has_perm("articles.change_taggedentity"):
            context["split_page"] = reverse("admin:entities_entity_split", args=[obj.pk])
        return super().render_change_form(request, context, add, change, form_url, obj)

    def split_view(self, request, object_id):
        """Go through the articles of an entity that is really two, some at a time; ``after`` is the last tag that was looked at."""
        if request.method not in {"GET", "HEAD", "POST"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        if not request.user.has_perm("articles.change_taggedentity"):
            raise PermissionDenied
        entity = self.get_object(request, unquote(object_id))
        if entity is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        typed_at = sheets.take_up(request)
        data = request.POST if request.method == "POST" else request.GET
        picked = self._picked(entity, data if "into" in data else None, label="The other entity")
        context = {"picking": picked, "media": self.media + picked.media}
        if picked.is_bound and picked.is_valid():
            other = picked.cleaned_data["into"]
            after, number = (_number(request.GET.get(name, "")) for name in ("after", "split"))
            done = Split.objects.filter(pk=number, origin=entity.pid, into=other.pid, undone_at=None).first()
            left = TaggedEntity.objects.filter(tag=entity, pk__gt=after).order_by("pk")
            taggings = list(left.select_related("content_object")[:SPLIT_AT_ONCE])
            form = SplitForm(
                request.POST if request.method == "POST" else None,
                entity=entity,
                taggings=taggings,
                initial={"reason": request.GET.get("why", "")[:500]},
            )
            if request.method == "POST" and not typed_at and form.is_valid():
                reason, answers = form.cleaned_data["reason"], form.answers()
                try:
                    done = split(
                        entity, other, answers, by=request.user, reason=reason, parts=form.parts(), claims=form.going_claims(), done=done
                    )  # fmt: skip
                except (EditorialError, MergingError) as refusal:
                    form.add_error(None, visible(str(refusal)))
                else:
                    sheets.done(request)
                    count = sum(answer != STAYS for answer in answers.values())
                    self.message_user(request, f"{count} of {len(taggings)} articles speak of {other.pid}.", messages.SUCCESS)
                    following = {"into": other.pk, "after": taggings[-1].pk if taggings else after, "why": reason[:500]}
                    following |= {"split": done.pk} if done else {}
                    return HttpResponseRedirect(f"{request.path}?{urlencode(following)}")
            context |= {
                "other": other,
                "lines": list(form.lines(entity)),
                "left": left.count(),
                "form": form,
                "has_begun": bool(after),
                "done": done,
                "undo": reverse("admin:merging_split_undo", args=[done.pk]) if done else "",
            }
        page = {
            **self.admin_site.each_context(request),
            "title": "Split in two",
            "entity": entity,
            "called": self.label_of(entity),
            "opts": self.opts,
            **sheets.context(request),
        }
        return TemplateResponse(request, "admin/merging/split.html", {**page, **context})

    @admin.display(description="spellings it lacks")
    def proposed_names(self, entity):
        """Show how its Cyrillic names are spelled in Latin letters, each with its system: to be copied, never added by itself."""
        if entity.pk is None:
            return NOTHING
        names = list(entity.names.all())
        known = {name.text for name in names}
        lines = []
        for name in names:
            if name.kind == Name.NameKind.PREFERRED and name.script == "Cyrl" and name.language in {"ru", "kk"}:
                lines += [f"{spelled} ({language}, {system}, of {name.text})" for system, language, spelled in proposals(name.text, known)]
        return visible("\n".join(dict.fromkeys(lines))) or NOTHING

    def has_delete_permission(self, request, obj=None):
        return False

    def delete_view(self, request, object_id, extra_context=None):
        """Refuse, and say where the entity is named."""
        entity = self.get_object(request, unquote(object_id))
        if entity is None or not self.has_view_permission(request, entity):
            return super().delete_view(request, object_id, extra_context)
        context = {
            **self.admin_site.each_context(request),
            "title": "An entity is not deleted",
            "original": entity,
            "called": self.label_of(entity),
            "uses": list(_uses(entity)),
            "merge_page": reverse("admin:entities_entity_merge", args=[entity.pk]),
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/merging/kept.html", context, status=403)

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    def words_match(self, word):
        return super().words_match(word) | Q(pk__in=Name.objects.filter(key__contains=word).values("entity"))

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change and any(formset.model is Name and formset.has_changed() for formset in formsets) and not note_names_of(form.instance):
            self.message_user(
                request, "Its names are counted anew in the newest of its articles; in the others by manage.py note_names --all.", messages.INFO
            )  # fmt: skip

    def complete(self, request, entity):
        names = list(entity.names.all())
        added = []
        if not names:  # it would be found by nobody
            added = names = [Name.objects.create(entity=entity, text=entity.name, language="en", kind=Name.NameKind.PREFERRED)]
        for name in names:
            for caution in cautions(name.text):
                self.message_user(request, f"The name “{visible(name.text)[:80]}” is saved. {visible(caution)}", messages.WARNING)
        return {"names": added}

    def offered(self, term):
        found = lookup.find(term, is_public=False)
        return {one.entity_id: f"{one.text}{f' {years}' if (years := _years(one.from_year, one.to_year)) else ''}" for one in found}

    def labels_of(self, records, offered):
        counted = TaggedEntity.objects.filter(tag__in=records).order_by().values("tag").annotate(articles=Count("pk"))
        counts = dict(counted.values_list("tag", "articles"))
        return {
            entity.pk: visible(
                f"{self.label_of(entity)} · {in_articles(counts.get(entity.pk, 0))}"
                + (f" · found as {matched}" if (matched := offered.get(entity.pk, entity.name)) != entity.name else "")
            )
            for entity in records
        }

    def label_of(self, entity):
        about = f": {entity.description[:80]}" if entity.description else ""
        return visible(f"{entity.name} ({entity.get_kind_display().lower()}{about}) · {entity.pid}")


def _uses(entity: Entity):
    """Yield what names ``entity``: in words, how many, and the first of them with where the desk has them."""
    articles = Article.objects.filter(tagged_entities__tag=entity).order_by("-id")
    relations = Relation.objects.filter(Q(subject=entity) | Q(object=entity)).select_related("subject", "object").order_by("id")
    for words, rows, label, page, key in (
        ("article", articles, lambda one: f"{one.title or one.pid} ({one.published_on or 'undated'})", "articles_article", lambda one: one.pk),
        ("claim", claims_of(entity), lambda one: f"{one} ({one.pid})", "articles_claim", lambda one: one.pk),
        ("relation", relations, _in_words, "entities_entity", lambda one: one.subject_id),
    ):
        if count := rows.count():
            lines = [(visible(label(one)), reverse(f"admin:{page}_change", args=[key(one)])) for one in rows[:MOST_USES]]
            yield f"{words}{'' if count == 1 else 's'}", count, lines


def _number(text: str) -> int:
    """Return the number that ``text`` writes in few digits; 0 where it writes none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _years(begin: int | None, end: int | None) -> str:
    return f"({begin or ''}–{end or ''})" if begin or end else ""
