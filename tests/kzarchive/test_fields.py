"""Columns for what sources state: null where they do not, days derived from dates, nothing that no database holds."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from articles.models import AlsoPrinted, Article, Author, Publication, PublicationTitle, Version
from entities.models import Name
from tests.factories import make_article, make_author, make_entity, make_publication

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00a0", None])
def test_blank_is_stored_as_null(blank):
    saved = Article.objects.create(title=blank, source_url=blank, published_on=blank)
    Article.objects.bulk_create([Article(pid="kz3b7m9tx", title=blank, source_url=blank, published_on=blank)])

    assert list(Article.objects.values_list("title", "source_url", "published_on")) == [(None, None, None)] * 2
    assert (saved.title, saved.source_url) == (None, None)


def test_words_stay_as_they_are_printed():
    article = Article.objects.create(title="  Ėto  ‘zagolovok’ ")

    assert Article.objects.get(pk=article.pk).title == "  Ėto  ‘zagolovok’ "


@pytest.mark.parametrize("words", ["a\x00", "a\x1f", "\ud800"])
@pytest.mark.parametrize("name", ["title", "abstract", "published_on", "source_url", "language", "rights"])
def test_what_no_database_holds_is_refused_in_every_kind_of_column(name, words):
    with pytest.raises(ValidationError) as caught:
        Article(pid="kz3b7m9tx", **{name: words}).clean_fields()

    assert list(caught.value.message_dict) == [name]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("ab\x07c", "Character 3 is a control character (U+0007): remove it."),
        ("ab\udc00", "Character 3 is half of a character (a lone surrogate): copy the text again."),
    ],
)
def test_the_place_of_a_fault_is_named(words, message):
    with pytest.raises(ValidationError) as caught:
        Article._meta.get_field("title").run_validators(words)

    assert caught.value.messages == [message]


def test_the_days_of_a_date_are_derived_when_it_is_saved():
    days = ["published_earliest", "published_latest", "sort_day"]
    article = make_article(published_on="2014-02")
    first = Article.objects.values_list(*days).get()
    article.published_on = "2015"
    article.save(update_fields=["published_on"])
    second = Article.objects.values_list(*days).get()
    article.published_on = article.published_basis = None
    article.save()

    assert (first, second, Article.objects.values_list(*days).get()) == (
        (dt.date(2014, 2, 1), dt.date(2014, 2, 28), dt.date(2014, 2, 28)),
        (dt.date(2015, 1, 1), dt.date(2015, 12, 31), dt.date(2015, 12, 31)),
        (None, None, dt.date(1, 1, 1)),
    )


def test_days_are_derived_when_many_are_written_at_once():
    Article.objects.bulk_create([Article(pid="kz3b7m9tx", published_on="2014", published_basis="stated")])

    assert Article.objects.values_list("published_earliest", "published_latest").get() == (dt.date(2014, 1, 1), dt.date(2014, 12, 31))


def test_no_date_is_saved_that_is_none():
    with pytest.raises(ValidationError), transaction.atomic():
        Article.objects.create(published_on="last May", published_basis="stated")
    with pytest.raises(ValidationError), transaction.atomic():
        AlsoPrinted.objects.create(article=make_article(), publication=make_publication(), published_on="last May")


def derived(model, *names):
    return model.objects.values_list(*names).get()


@pytest.mark.parametrize(
    ("make", "model", "source", "value", "columns", "kept"),
    [
        (make_article, Article, "title", "Вода", ["title_key"], ("вода",)),
        (make_author, Author, "name", "Ёлкин", ["name_key"], ("елкин",)),
        (make_publication, Publication, "title", "Вестник", ["title_key"], ("вестник",)),
        (make_entity, Name, "text", "Қазақстан", ["key", "script"], ("қазақстан", "Cyrl")),
    ],
)
def test_keys_follow_when_a_single_column_is_saved(make, model, source, value, columns, kept):
    make()
    model.objects.update_or_create(pk=model.objects.get().pk, defaults={source: value})

    assert derived(model, *columns) == kept


def test_the_key_of_a_former_title_follows_too():
    PublicationTitle.objects.create(publication=make_publication(), title="Old")
    PublicationTitle.objects.update_or_create(pk=PublicationTitle.objects.get().pk, defaults={"title": "Ёлка"})

    assert derived(PublicationTitle, "key") == ("елка",)


def test_the_digest_of_a_text_follows_it():
    article = make_article(body="")
    Version.objects.update_or_create(article=article, number=1, defaults={"body": "Text."})

    assert derived(Version, "sha256") == ("f06dce27b84e18ccb3c7e94a0679c279cd42027da23bcf1e1ca1f94e365ea420",)


def test_an_address_without_a_scheme_is_taken_for_https():
    assert Article._meta.get_field("source_url").formfield().clean("example.org/a") == "https://example.org/a"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "https://a b/"])
def test_an_address_that_leads_nowhere_or_runs_is_refused(address):
    with pytest.raises(ValidationError):
        Article(pid="kz3b7m9tx", source_url=address).clean_fields()
