"""Heads of articles in the forms that six languages have: every form of a by-line and of a day, in either order, is read whole."""

import datetime as dt
import itertools
from dataclasses import dataclass

import pytest

from articles.ingest.draft import draft

TODAY = dt.date(2026, 11, 22)
DAY = "2019-03-12"


@dataclass(frozen=True)
class Language:
    title: str
    text: tuple[str, str]
    one: str
    other: str
    bylines: tuple[str, ...]
    days: tuple[str, ...]


LANGUAGES = {
    "en": Language(
        "Kazakhstan Weighs a New Road to the Sea",
        (
            "The ministers of the two states met for three hours on Tuesday and spoke of the road that is to lead to the harbour, and of its cost.",
            "Nobody at the table had hoped for more than a promise, and a promise was what they took home with them in the evening.",
        ),
        "Daniel Foster",
        "Anna Kessler",
        ("By {one}", "{one}", "By {one}, Senior Fellow, Caspian Institute", "{one}, Senior Fellow", "{one} | Caspian Institute", "Author: {one}",
         "Written by {one}", "By {one} and {other}", "{one} and {other}", "{one}, {other}", "Posted by {one}", "By {one} in Astana",
         "By {one}, Astana Correspondent", "Analysis by {one}", "{one} (Caspian Institute)", "Text: {one}", "Story by {one}",
         "By {one} for The Steppe Post", "{one}\nSenior Fellow, Caspian Institute", "{one}, Lighthouse Staff"),
        ("12 March 2019", "March 12, 2019", "Mar 12, 2019", "2019-03-12", "Tuesday, March 12, 2019", "Published: 12 March 2019",
         "Published on March 12, 2019", "March 12, 2019 | 10:25", "12 Mar 2019, 10:25", "Date: 12 March 2019", "March 12th, 2019",
         "Updated March 14, 2019\nPublished March 12, 2019", "12 March 2019 - 3 min read", "Tue 12 Mar 2019 10.25 GMT"),
    ),
    "ru": Language(
        "Казахстан ищет новую дорогу к морю",
        (
            "Министры двух стран три часа говорили во вторник о дороге, которая должна выйти к порту, и о том, сколько она будет стоить.",
            "Никто за столом не надеялся на большее, чем обещание, и обещание они увезли вечером домой.",
        ),
        "Данияр Ахметов",
        "Анна Кесслер",
        ("Автор: {one}", "{one}", "Текст: {one}", "{one}, политолог", "{one}, старший научный сотрудник Института Каспия", "Автор {one}",
         "Авторы: {one}, {other}", "{one}, {other}", "Подготовил {one}", "Политолог {one}", "{one} — политолог", "{one}\nполитолог",
         "Автор статьи: {one}"),
        ("12 марта 2019", "12 марта 2019 г.", "12 марта 2019 года", "12.03.2019", "12.03.2019, 10:25", "10:25, 12 марта 2019",
         "10:25 12.03.2019", "Опубликовано: 12 марта 2019", "Дата: 12.03.2019", "Вторник, 12 марта 2019", "Дата публикации: 12.03.2019"),
    ),
    "kk": Language(
        "Қазақстан теңізге жаңа жол іздеп жатыр",
        (
            "Екі елдің министрлері сейсенбі күні портқа шығатын жол туралы және оның қанша тұратыны туралы үш сағат бойы сөйлесті.",
            "Үстел басындағы ешкім уәдеден артық ештеңе күткен жоқ, кешке олар сол уәдені алып қайтты.",
        ),
        "Данияр Ахметов",
        "Айгерім Нұрланқызы",
        ("Автор: {one}", "{one}", "Мәтін: {one}", "{one}, саясаттанушы", "Авторлары: {one}, {other}", "{one}\nсаясаттанушы", "Дайындаған {one}"),
        ("12 наурыз 2019", "2019 жылғы 12 наурыз", "12 наурыз, 2019", "12.03.2019", "12.03.2019 10:25", "2019 ж. 12 наурыз",
         "Жарияланды: 12.03.2019", "Сейсенбі, 12 наурыз 2019"),
    ),
    "de": Language(
        "Kasachstan sucht einen neuen Weg zum Meer",
        (
            "Die Minister der beiden Staaten sprachen am Dienstag drei Stunden lang über die Straße, die zum Hafen führen soll, und ihren Preis.",
            "Niemand am Tisch hatte mehr als ein Versprechen erwartet, und ein Versprechen nahmen sie am Abend mit nach Hause.",
        ),
        "Jürgen Walther",
        "Anna Kessler",
        ("Von {one}", "{one}", "Von {one}, Astana", "Von {one} und {other}", "Autor: {one}", "{one}, Astana", "Ein Gastbeitrag von {one}",
         "Text: {one}", "Von unserem Korrespondenten {one}", "{one}\nWissenschaftlicher Mitarbeiter", "Eine Analyse von {one}"),
        ("12. März 2019", "12.03.2019", "12.3.2019", "12.03.2019, 10:25 Uhr", "Stand: 12.03.2019", "Veröffentlicht am 12. März 2019",
         "Dienstag, 12. März 2019", "12. Mär. 2019", "Erstellt: 12.03.2019, 10:25 Uhr", "Aktualisiert: 14.03.2019\nVeröffentlicht: 12.03.2019"),
    ),
    "fr": Language(
        "Le Kazakhstan cherche une nouvelle route vers la mer",
        (
            "Les ministres des deux pays ont parlé pendant trois heures mardi de la route qui doit mener au port, et de ce qu'elle va coûter.",
            "Personne autour de la table n'attendait plus qu'une promesse, et c'est une promesse qu'ils ont emportée le soir chez eux.",
        ),
        "Julien Moreau",
        "Anna Kessler",
        ("Par {one}", "{one}", "Par {one}, correspondant à Astana", "Par {one} et {other}", "Auteur : {one}", "Propos recueillis par {one}",
         "Une analyse de {one}", "{one}\nChercheur", "De notre correspondant {one}", "De notre correspondante à Astana, {one}"),
        ("12 mars 2019", "Le 12 mars 2019", "Publié le 12 mars 2019", "Publié le 12/03/2019 à 10:25\n12 mars 2019", "Mardi 12 mars 2019",
         "Publié le 12/03/2019 • Mis à jour le 14/03/2019", "12.03.2019", "12 mars 2019 à 10h25"),
    ),
    "tr": Language(
        "Kazakistan denize yeni bir yol arıyor",
        (
            "İki ülkenin bakanları salı günü limana çıkacak yolu ve bunun ne kadar tutacağını üç saat boyunca konuştu.",
            "Masadaki hiç kimse bir sözden fazlasını beklemiyordu ve akşam eve bir söz ile döndüler.",
        ),
        "Mehmet Yılmaz",
        "Ayşe Demir",
        ("{one}", "Yazar: {one}", "Yazan: {one}", "{one} / ANKARA", "{one}\nUzman", "{one}, Ankara", "Haber: {one}", "{one} ve {other}"),
        ("12 Mart 2019", "12 Mart 2019 Salı", "12.03.2019", "12.03.2019 10:25", "12 Mar 2019", "12 Mart 2019, 10:25", "Giriş: 12.03.2019 10:25",
         "Yayınlanma: 12.03.2019 - 10:25", "Tarih: 12 Mart 2019", "Eklenme: 12 Mart 2019"),
    ),
}  # fmt: skip


def heads(language: Language) -> list[tuple[str, str]]:
    """Every by-line with some day, and every day with some by-line."""
    days, bylines = itertools.cycle(language.days), itertools.cycle(language.bylines)
    return [*((byline, next(days)) for byline in language.bylines), *((next(bylines), day) for day in language.days)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["close", "apart"])
@pytest.mark.parametrize("is_day_first", [False, True], ids=["day-last", "day-first"])
@pytest.mark.parametrize("name", LANGUAGES)
def test_every_form_of_a_byline_and_of_a_day_below_the_title_is_read(name, is_day_first, gap):
    language = LANGUAGES[name]
    text = "\n\n".join(language.text)
    misread = []
    for form, day in heads(language):
        byline = form.format(one=language.one, other=language.other)
        lines = [day, byline] if is_day_first else [byline, day]
        found = draft(f"{gap.join([language.title, *lines])}\n\n{text}\n".encode(), today=TODAY)
        people = [person for person in (language.one, language.other) if person in byline]
        read = (found.title, [author.name for author in found.authors], found.published_on, found.body)
        if read != (language.title, people, DAY, text):
            misread.append((byline, day, read))

    assert misread == []


@pytest.mark.parametrize(
    ("opening", "dateline"), [("", "ANKARA"), ("ASTANA (AA) - ", "ASTANA (AA)")], ids=["no dateline in the text", "one of its own"]
)
def test_the_town_beside_an_author_is_the_dateline_unless_the_text_has_one(opening, dateline):
    language = LANGUAGES["tr"]
    text = "\n\n".join(language.text)
    found = draft(f"{language.title}\n\n{language.one} / ANKARA\n\n{opening}{text}\n".encode(), today=TODAY)

    assert (found.dateline, [author.name for author in found.authors], found.body) == (dateline, [language.one], text)
