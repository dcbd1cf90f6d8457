"""What follows in the articles from news of the apps below, and from a finished migration."""

from django.contrib.auth.models import Group, Permission, User
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from articles.editorial import note_names
from articles.models import AlsoPrinted, Article, Author, Contribution, Publication, TaggedEntity
from articles.search import index
from articles.search.signals import entered_anew
from kzarchive.merging.signals import merged, unmerged

IMPORT_ACCOUNT = "import"

_SEES = [
    "articles.view_article", "articles.view_version", "articles.view_capture", "articles.view_reading", "articles.view_author",
    "articles.view_contribution", "articles.view_publication", "articles.view_publicationtitle", "articles.view_alsoprinted",
    *(
        f"articles.view_{model}"
        for model in (
            "claim", "claimentity", "anchor", "correction", "assessment", "evidence", "claimlink", "claimproposal", "question", "questionclaim",
        )
    ),
    "articles.view_topic", "articles.view_taggedtopic", "articles.view_taggedentity", "articles.view_suggestion", "articles.view_batch",
    "articles.view_sourcecheck",
    "entities.view_entity", "entities.view_name", "entities.view_identifier", "entities.view_relation",
    "merging.view_merge", "merging.view_mergedrow", "merging.view_pair", "merging.view_split",
    "addresses.view_pid", "addresses.view_redirect", "history.view_change",
]  # fmt: skip
_DRAFTS = [
    *_SEES,
    "articles.add_article", "articles.change_article", "articles.delete_article", "articles.import_article",
    "articles.add_version", "articles.change_version",
    *(f"articles.{act}_{model}" for model in ("contribution", "alsoprinted", "taggedtopic") for act in ("add", "change", "delete")),
    "articles.add_topic",
]  # fmt: skip
_EDITS = [
    *_DRAFTS,
    "articles.review_article",
    "articles.assess_claim",
    *(
        f"articles.{act}_{model}"
        for model in ("claim", "claimentity", "correction", "claimlink", "claimproposal", "question", "questionclaim")
        for act in ("add", "change", "delete")
    ),
    *(
        f"articles.{act}_{model}"
        for model in ("author", "publication", "publicationtitle", "topic", "taggedentity", "suggestion")
        for act in ("add", "change", "delete")
    ),
    "entities.add_entity", "entities.change_entity", "entities.add_name", "entities.change_name", "entities.delete_name",
    *(f"entities.{act}_{model}" for model in ("identifier", "relation") for act in ("add", "change", "delete")),
    "merging.add_merge", "merging.change_merge", "merging.change_pair",
]  # fmt: skip
_PUBLISHES = [
    *_EDITS, "articles.publish_article", "articles.revise_article", "articles.withdraw_article",
    "articles.publish_claim", "articles.assess_claim_wrong", "articles.publish_question",
]  # fmt: skip

GROUPS = {"contributor": _DRAFTS, "editor": _EDITS, "publisher": _PUBLISHES}


@receiver(post_migrate, dispatch_uid="articles.groups")
def make_groups(*, app_config, using, **kwargs):
    """Make the groups with their permissions, and the account in whose name imports publish."""
    if app_config.label != "auth":  # sent after every app's own tables and permissions but those of auth are there
        return
    for name, wanted in GROUPS.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        found = Permission.objects.using(using).none()
        for label in {permission.partition(".")[0] for permission in wanted}:
            codenames = [permission.partition(".")[2] for permission in wanted if permission.startswith(f"{label}.")]
            found = found | Permission.objects.using(using).filter(content_type__app_label=label, codename__in=codenames)
        group.permissions.add(*found)
    account, is_new = User.objects.using(using).get_or_create(username=IMPORT_ACCOUNT)
    if is_new:
        account.set_unusable_password()
        account.save(using=using)
        account.groups.add(Group.objects.using(using).get(name="publisher"))


@receiver(merged, dispatch_uid="articles.merged")
@receiver(unmerged, dispatch_uid="articles.unmerged")
def follow_merge(*, merge, loser, survivor, rows, **kwargs):
    """Keep what authors, publications and articles are found by in step with what stands for itself."""
    for record in (loser, survivor):
        if isinstance(record, Author | Publication):
            record.write_spellings()
    touched = set(rows.get(Article._meta.label_lower, ()))
    for model, column in ((TaggedEntity, "content_object_id"), (Contribution, "article_id"), (AlsoPrinted, "article_id")):
        label = model._meta.label_lower
        touched.update(model._base_manager.filter(pk__in=rows.get(label, ())).values_list(column, flat=True))
        # A row that went because the survivor had the same: its article is found by that one now.
        gone = {row[column] for row in merge.rows.filter(model=label, after__isnull=True).values_list("before", flat=True)}
        touched |= gone
        if model is TaggedEntity:
            both = gone
    # The names have moved with the tags: only where both were tags of an article does one tag now have the names of both.
    index(touched, is_news=False)
    note_names(both)


@receiver(entered_anew, dispatch_uid="articles.entered_anew")
def note_what_is_called(*, sources, **kwargs):
    """Keep by which of their names the public may read of the entities in these articles."""
    if tagged := {source.article.pk: source.article for source in sources if source.of_kind("e")}:
        note_names(tagged, at_hand=tagged)
