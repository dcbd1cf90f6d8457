"""Both engines answer alike: the same texts, the same questions, the same articles in the same order."""

import pytest

from articles import search
from articles.models import Article
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db


def titles(text, **options):
    results = search.find(text, **options)
    known = dict(Article.objects.values_list("pk", "title"))
    return [known[pk] for pk in results.ids]


def test_words_find_each_other_across_their_forms():
    by = make_user()
    a = make_article(
        state="published", title="A", access="full", body="Внешняя политика Казахстана.\n\nТокаев", by=by, language="ru", published_on="2014"
    )
    b = make_article(state="published", title="B Kazakhstan", body="hidden words", abstract="On foreign policy.", by=by)
    c = make_article(title="C", body="draft about foreign policies")
    search.index([a.pk, b.pk, c.pk])
    assert titles("внешней политики") == ["A"]
    assert titles('"внешней политики"') == ["A"]
    assert titles("Казахстану") == ["A"]
    assert titles("Токаева") == ["A"]
    assert titles("hidden") == []
    assert titles("hidden", for_desk=True) == ["B Kazakhstan"]
    assert titles("foreign policies") == ["B Kazakhstan"]
    assert titles("foreign policies", for_desk=True) == ["B Kazakhstan", "C"]
    assert titles("-казахстан") == ["B Kazakhstan"]
    assert titles("kazakhstan OR казахстан") == ["B Kazakhstan", "A"]
    assert search.find("kazakstan").suggestion == "kazakhstan"
    assert list(search.stale([a.pk, b.pk, c.pk])) == []
    assert list(search.surplus()) == []
    search.rebuild()
    assert list(search.stale([a.pk, b.pk, c.pk])) == []
    assert list(search.surplus()) == []
