"""By-lines, numbers of volumes, dates, rights and datelines, as pages print them."""

import pytest

from articles.ingest.statements.datelines import read_dateline
from articles.ingest.statements.lines import read_statement
from articles.ingest.statements.roles import split_role


def fields(line: str) -> list[tuple[str, str]] | None:
    found = read_statement(line)
    return None if found is None else [(field.name, field.value) for field in found]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Anna Kessler", ["Anna Kessler"]),
        ("BY ANNA KESSLER", ["ANNA KESSLER"]),
        ("by: Anna Kessler", ["Anna Kessler"]),
        ("Written by Anna Kessler and John van den Berg", ["Anna Kessler", "John van den Berg"]),
        ("By Anna Kessler, John Smith & Li Wei", ["Anna Kessler", "John Smith", "Li Wei"]),
        ("By Jean-Luc O’Hara, the Steppe Times", ["Jean-Luc O’Hara"]),
        ("Автор: Ерлан Сабитов", ["Ерлан Сабитов"]),
        ("Авторы: Ерлан Сабитов и Анна Ким", ["Ерлан Сабитов", "Анна Ким"]),
        ("Von Edda Schlager", ["Edda Schlager"]),
        ("By Reuters", ["Reuters"]),
        ("By Staff Report", []),
        ("By:", []),
        ("By |", []),
        ("Anna Kessler (the 03/04/2012 issue of the Steppe Observer)", ["Anna Kessler"]),
        ("Anna Kessler Political Correspondent", ["Anna Kessler"]),
    ],
)
def test_a_byline_gives_the_names_it_holds(line, names):
    assert [value for name, value in fields(line) if name == "authors"] == names
    assert fields(line)[0] == ("byline", line)


@pytest.mark.parametrize(
    "line",
    [
        "By the end of the year, trade fell.",
        "By May",
        "By and large",
        "By March 2014 the road was built",
        "Von der Regierung kam nichts",
        "Byline",
        "Par exemple",
    ],
)
def test_words_that_begin_like_a_byline_are_none(line):
    assert fields(line) is None


@pytest.mark.parametrize(
    ("description", "role", "affiliation"),
    [
        ("senior fellow at the Institute for Steppe Studies", "senior fellow", "Institute for Steppe Studies"),
        ("analyst of the former Union for Ipsum Group", "analyst of the former Union", "Ipsum Group"),
        ("director of the Centre for Rail", "director", "Centre for Rail"),
        ("Institute for Steppe Studies", None, "Institute for Steppe Studies"),
        ("editor, Steppe Review", "editor", "Steppe Review"),
        ("Minister of Foreign Affairs", "Minister of Foreign Affairs", None),
        ("historian", "historian", None),
        ("chercheuse à l’Université du Sud", "chercheuse", "Université du Sud"),
        ("Bozkır Üniversitesi öğretim üyesi", "öğretim üyesi", "Bozkır Üniversitesi"),
        ("Wissenschaftlerin in der Forschungsgruppe Steppe", "Wissenschaftlerin", "Forschungsgruppe Steppe"),
    ],
)
def test_a_description_is_parted_into_role_and_affiliation(description, role, affiliation):
    assert split_role(description) == (role, affiliation)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Publication: Steppe Review Volume: 4 Issue: 2", [("publication", "Steppe Review"), ("volume", "4"), ("issue", "2")]),
        ("Volume: Issue: 2", [("issue", "2")]),
        ("Рубрика: Политика", [("section", "Политика")]),
        (
            "Steppe Journal, Vol. 4, No. 2, pp. 11–25",
            [("publication", "Steppe Journal"), ("volume", "4"), ("issue", "2"), ("pages", "11–25")],
        ),
        ("Published in Field Notes", [("section", "Field Notes")]),
        ("(News report from Issue No. 12, published on May 3 2016)", [("issue", "12"), ("published_on", "May 3 2016")]),
        ("Published on: 14 March 2019, 10:25", [("published_on", "14 March 2019, 10:25")]),
        ("14:05, 03 февраля 2016", [("bare_date", "14:05, 03 февраля 2016")]),
        ("3 May 2016 | By Anna Kessler", [("bare_date", "3 May 2016"), ("byline", "By Anna Kessler"), ("authors", "Anna Kessler")]),
        ("Posted May 1, 2015 | Updated: 2 May 2015", [("published_on", "May 1, 2015"), ("update_date", "Updated: 2 May 2015")]),
        ("By | June 9, 2021", [("byline", "By |"), ("published_on", "June 9, 2021")]),
        ("© 2018 Steppe Review", [("rights", "© 2018 Steppe Review"), ("rights_holder", "Steppe Review")]),
        ("© Steppe Review, 12 March 2019", [("rights", "© Steppe Review, 12 March 2019"), ("rights_holder", "Steppe Review")]),
        ("© 2010–2019 ТОО «Голос берега»", [("rights", "© 2010–2019 ТОО «Голос берега»"), ("rights_holder", "Голос берега")]),
        ("Copyright 2019 Steppe Review, Inc.", [("rights", "Copyright 2019 Steppe Review, Inc."), ("rights_holder", "Steppe Review")]),
        ("All rights reserved.", [("rights", "All rights reserved.")]),
        (
            "Published by the Shore Institute. All rights reserved. © Shore Press 2019",
            [("publisher", "Shore Institute"), ("rights", "All rights reserved. © Shore Press 2019"), ("rights_holder", "Shore Press")],
        ),
        ("Herausgegeben von der Kaspischen Gesellschaft", [("publisher", "Kaspischen Gesellschaft")]),
        ("Published by chance on a Sunday", None),
        ("Four pilots wait for the tide. © Anna Kessler", None),
        (
            "Submitted by Anna Kessler on Mon, 2011-10-03 09:15",
            [("byline", "Submitted by Anna Kessler"), ("authors", "Anna Kessler"), ("published_on", "Mon, 2011-10-03 09:15")],
        ),
        ("No. 118 – 21 June 2016", [("issue", "118"), ("published_on", "21 June 2016")]),
        ("Steppe Notes Nr. 92, 28.08.2015", [("issue", "92"), ("publication", "Steppe Notes"), ("bare_date", "28.08.2015")]),
        ("Степь и право. 2018. № 4 (100)", [("publication", "Степь и право"), ("issue", "4 (100)"), ("issue_date", "2018")]),
        ("Bozkır Dergisi, Sayı: 28, Güz 2013", [("publication", "Bozkır Dergisi"), ("issue", "28"), ("issue_date", "2013")]),
        (
            "«Жаға дауысы» газеті, № 14 (2345), 12 наурыз 2019 ж.",
            [("issue", "14 (2345)"), ("publication", "Жаға дауысы"), ("bare_date", "12 наурыз 2019 ж.")],
        ),
        ("Голос берега № 243 (1871)", [("publication", "Голос берега"), ("issue", "243 (1871)")]),
        ("При перепечатке ссылка на портал обязательна", [("rights", "При перепечатке ссылка на портал обязательна")]),
        ("Materials of this site may be used with a link.", [("rights", "Materials of this site may be used with a link.")]),
        ("Published in 2014", None),
        ("On 3 May 2016 the road was opened", None),
        ("Issue after issue", None),
    ],
)
def test_a_line_of_statements_gives_its_fields(line, expected):
    assert fields(line) == expected


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("JULY 16 2017 (The Digest) — Trade grew.", "JULY 16 2017 (The Digest)"),
        ("ASTANA, 3 June 2015 (Press Office) — Trade grew.", "ASTANA, 3 June 2015 (Press Office)"),
        ("ASTANA – Trade grew.", "ASTANA"),
        ("Almaty, June 3 - Trade grew.", "Almaty, June 3"),
        ("АСТАНА. 12 марта. КАЗИНФОРМ - Торговля выросла.", "АСТАНА. 12 марта. КАЗИНФОРМ"),
        ("РИГА. 12 марта. СТЕПЬ-ПРЕСС – Торговля выросла.", "РИГА. 12 марта. СТЕПЬ-ПРЕСС"),
        ("АСТАНА, 12 мар - Степь-Пресс. Торговля выросла.", "АСТАНА, 12 мар - Степь-Пресс"),
        ("ASTANA. STEPPEPRESS Trade grew.", "ASTANA. STEPPEPRESS"),
        ("TABRIZ, Iran -- Trade grew.", "TABRIZ, Iran"),
        ("НҰР-СҰЛТАН. ДАЛАПАРАТ - Сауда өсті.", "НҰР-СҰЛТАН. ДАЛАПАРАТ"),
        ("NATO — an alliance of states.", None),
        ("In July 2015 — two years late — trade grew.", None),
        ("Kazakhstan — a country of rails.", None),
        ("EU–China relations — an overview.", None),
        ("Trade grew.", None),
    ],
)
def test_a_dateline_is_known_by_place_day_or_agency_before_a_dash(line, dateline):
    found = read_dateline(line)

    assert (line[: found[0]] if found else None) == dateline


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Von Anna Kessler | Bonn", [("byline", "Von Anna Kessler"), ("authors", "Anna Kessler"), ("dateline", "Bonn")]),
        ("By AFP | Published: February 7, 2023", [("byline", "By AFP"), ("authors", "AFP"), ("published_on", "February 7, 2023")]),
        ("By Anna Kessler1", [("byline", "By Anna Kessler"), ("authors", "Anna Kessler")]),
        ("Written by on Friday, 18 March 2011", [("byline", "Written by"), ("published_on", "Friday, 18 March 2011")]),
        ("« on: July 19, 2014, 10:41:07 PM »", [("published_on", "July 19, 2014, 10:41:07 PM")]),
        (
            "Published on 09/08/2018 - 16:21 By Anna Kessler",
            [("published_on", "09/08/2018 - 16:21"), ("byline", "By Anna Kessler"), ("authors", "Anna Kessler")],
        ),
        ("Interview by Anna Kessler. Abridged translation by John Smith.", [("byline", "Interview by Anna Kessler"), ("authors", "Anna Kessler")]),
        (
            "By 1st Lt. Anna Kessler, Harbour National Guard Public Affairs Office",
            [("byline", "By 1st Lt. Anna Kessler, Harbour National Guard Public Affairs Office"), ("authors", "Anna Kessler")],
        ),
    ],
)
def test_what_stands_in_one_line_with_an_author_is_parted_from_the_name(line, expected):
    assert fields(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Askar Uzakbayuly Omarov, 23 October 1965, was born in Tselinograd",
        "Askar Uzakpayulı ÖMER, 23 Ekim 1965, Aktav’da doğdu.",
        "Born on 3 May 1948, Almaty",
    ],
)
def test_the_day_of_a_birth_is_no_day_of_publication(line):
    assert [name for name, _ in fields(line) or () if name in ("published_on", "bare_date", "authors")] == []
