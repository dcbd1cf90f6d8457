"""Mojibake is offered for mending with its evidence, and mended where an editor asks for it; the capture stays as it came."""

import datetime as dt

import pytest

from articles import editorial, store
from articles.editorial import KnownNames, Terms
from articles.models import Article
from kzarchive.history.models import Change
from tests.factories import make_article, make_author, make_user

pytestmark = pytest.mark.django_db

TITLE = "Учения на озере"
BODY = (
    "В сентябре над озером снова летают чужие самолеты. Учения идут здесь каждый год, но впервые гости привезли свои радары.\n\n"
    "Договор еще не подписан, а система уже работает, заметил один из офицеров. Данные передаются за семь секунд."
)


def spoilt(text: str) -> str:
    return "".join(bytes([byte]).decode("cp1251", "ignore") or chr(byte) for byte in text.encode())


def test_a_capture_that_was_encoded_twice_is_offered_for_mending_and_comes_in_as_it_is():
    by = make_user("editor")
    data = f"{spoilt(TITLE)}\n\n17.09.2012\n\n{spoilt(BODY)}\n".encode()
    item = editorial.prepare("page.txt", data, names=KnownNames([], {}), today=dt.date(2026, 11, 22))
    [outcome] = editorial.bring_in([item], Terms(by=by))
    article = Article.objects.get(pid=outcome.pid)
    [reading] = article.readings.all()
    layer = store.get(reading.capture.text_sha256)

    [doubt] = [doubt for doubt in reading.doubts if doubt["code"] == "mojibake"]
    assert doubt["message"].startswith("The text was encoded twice: it is UTF-8 that was read as Windows-1251. “")
    assert (article.language, "mojibake" in article.quality) == ("ru", True)

    version = editorial.mend_encoding(article, by=by)

    article.refresh_from_db()
    reading.refresh_from_db()
    assert (article.title, version.body, version.number) == (TITLE, BODY, 1)
    assert ("mojibake" in article.quality, [doubt.get("settled_by") for doubt in reading.doubts if doubt["code"] == "mojibake"]) == (
        False, [by.get_username()]
    )  # fmt: skip
    assert store.get(reading.capture.text_sha256) == layer
    assert Change.objects.get(act="mend encoding").reason == "UTF-8 had been read as Windows-1251: mended."


def test_a_published_text_is_mended_by_a_new_version():
    by = make_user()
    article = make_article(state="published", title=spoilt(TITLE), body=spoilt(BODY), authors=[make_author(spoilt("Марат Оспанов"))], by=by)

    version = editorial.mend_encoding(article, by=by)

    article.refresh_from_db()
    assert (version.number, version.body, article.title, article.contributions.get().name) == (2, BODY, TITLE, "Марат Оспанов")
    assert article.versions.get(number=1).body == spoilt(BODY)


def test_the_sound_half_of_a_record_stays():
    article = make_article(title="Ёлка у посольства", body=spoilt(BODY))

    editorial.mend_encoding(article, by=make_user())

    article.refresh_from_db()
    assert article.title == "Ёлка у посольства"


def test_a_sound_text_is_not_mended():
    article = make_article(title=TITLE, body=BODY)

    assert editorial.offered_mending(article) is None
    with pytest.raises(editorial.NothingChanged):
        editorial.mend_encoding(article, by=make_user())
    with pytest.raises(editorial.NotAllowed):
        editorial.mend_encoding(make_article(body=spoilt(BODY)), by=make_user(None))
