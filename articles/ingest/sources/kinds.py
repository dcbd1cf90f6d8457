"""Words that tell what a name is: for the kind of an outlet, a press service, a ministry, a site, a place, and for what is none of these."""

from __future__ import annotations

import re

from articles.ingest.vocabulary import listed
from kzarchive.patterns import Pattern
from kzarchive.text import fold

# Words for what an outlet is, by which any name beside them is one's; stems, since most are declined.
KIND = Pattern(
    r"(?:newspaper|daily|weekly|agency|newswire|website|portal|magazine|broadcaster|channel|tabloid|outlet|station|newsagency"
    r"|агентств\w{1,3}|газет\w{1,3}|журнал\w{0,3}|портал\w{0,3}|телеканал\w{0,3}|канал\w{0,2}|издани\w{1,3}|радиостанци\w{1,3}|МИА|ИА|сайт\w{0,2}"
    r"|агенттігі\w{0,4}|газеті\w{0,4}|басылым\w{1,5}|порталы\w{0,4}|арнасы\w{0,4}|журналы\w{0,4}|сайты\w{0,4}"
    r"|(?:nachrichten|presse)?agentur|zeitung|tageszeitung|wochenzeitung|portals?|magazins?|senders?|nachrichtenportals?"
    r"|agence|quotidien|hebdomadaire|média|journal|revue|site|chaîne"
    r"|ajansı\w{0,4}|gazetesi\w{0,4}|dergisi\w{0,4}|sitesi\w{0,4}|kanalı\w{0,4})",
    re.IGNORECASE,
)
CAPITALISED_KINDS = frozenset({"МИА", "ИА", "Nachrichtenagentur", "Presseagentur", "Agentur", "Zeitung", "Tageszeitung", "Wochenzeitung", "Portals",
                                "Portal", "Magazins", "Magazin", "Senders", "Sender", "Nachrichtenportals", "Nachrichtenportal"})  # fmt: skip
PRESS_SERVICE = Pattern(
    r"(?P<en>press[ -]service|press[ -]office) of (?:the )?|(?P<ru>пресс-служб)(?:а|ы|у|е|ой) |(?P<fr>service de presse) (?:du |de la |de l[’'])",
    re.IGNORECASE,
)
PRESS_SERVICE_AFTER = Pattern(r"(?:[^\W\d_][\w-]* ){1,5}баспасөз қызметі$")
BODY = Pattern(
    r"(?:Ministry of (?:Foreign Affairs|Finance|Defen[cs]e|Agriculture|Energy|[A-Z][a-z]+)|[A-Z][a-z]+ Foreign Ministry"
    r"|(?P<ru>Министерств)(?:о|а|у|ом|е) (?:иностранных дел|финансов|обороны|сельского хозяйства|энергетики|внутренних дел|транспорта|экономики)"
    r"|МИД(?:а|у|ом)?(?: РК| Казахстана| России)?\b|MFA\b|Außenministerium)"
)
# Before a body's name: it is a person who speaks.
HEAD_OF = Pattern(
    r"(?:глава|главы|замглавы|министр|представитель|сотрудник|head|chief|spokesman|spokeswoman|official) (?:of )?(?:the )?$", re.IGNORECASE
)
DOMAIN = Pattern(
    r"(?:www\.)?(?:[\w-]{2,40}\.){1,3}(?:kz|ru|com|org|net|az|uz|kg|tm|tj|de|fr|tr|eu|info|media|news|asia|ua|uk|example)(?![\w.]\w)", re.IGNORECASE
)

# What stands in brackets before a day and is no outlet: where something was done, and what was signed.
PLACES = frozenset(
    fold(word)
    for word in listed(
        """Astana|Nur-Sultan|Almaty|Alma-Ata|Aktau|Atyrau|Karaganda|Semey|Shymkent|Turkestan|Turkistan|Moscow|Kazan|Ufa|Sochi|Omsk
        |Orenburg|Saint Petersburg|St. Petersburg|Minsk|Kyiv|Kiev|Yalta|Beijing|Shanghai|Xi’an|Urumqi|Tashkent|Samarkand|Bukhara|Bishkek
        |Osh|Cholpon-Ata|Dushanbe|Khujand|Ashgabat|Turkmenbashi|Baku|Tbilisi|Yerevan|Ankara|Istanbul|Antalya|Tehran|Kabul|Islamabad|Delhi
        |New Delhi|Tokyo|Osaka|Seoul|Ulaanbaatar|Washington|New York|Brussels|Strasbourg|London|Paris|Berlin|Munich|Vienna|Geneva|Rome
        |Madrid|Warsaw|Prague|Budapest|Helsinki|Stockholm|Oslo|Lisbon|Athens|Bucharest|Sofia|Vilnius|Riga|Tallinn|Riyadh|Jeddah|Doha
        |Abu Dhabi|Dubai|Muscat|Kuwait|Cairo|Jerusalem|Singapore|Bangkok|Kazakhstan|Russia|China|Turkey|Uzbekistan|Kyrgyzstan|Turkmenistan
        |Tajikistan|Azerbaijan|Iran|Afghanistan|India|Germany|France|Japan|Астана|Нур-Султан|Нұр-Сұлтан|Алматы|Алма-Ата|Актау|Москва
        |Казань|Уфа|Сочи|Минск|Киев|Пекин|Шанхай|Ташкент|Самарканд|Бишкек|Душанбе|Ашхабад|Баку|Анкара|Стамбул|Тегеран|Вашингтон|Нью-Йорк
        |Брюссель|Лондон|Париж|Берлин|Вена|Женева|Мәскеу|Бейжің|Ташкент|Бішкек|Казахстан|Moskau|Peking|Taschkent|Bischkek|Brüssel|Genf
        |Wien|München|Moscou|Pékin|Tachkent|Bichkek|Bruxelles|Genève|Vienne|Moskova|Pekin|Taşkent|Bişkek|Bakü|İstanbul|Brüksel|Cenevre
        |Viyana|Tahran"""
    )
)
NO_OUTLET = Pattern(
    r"\b(?:Convention|Treaty|Protocol|Agreement|Act|Law|Decree|Resolution|Charter|Declaration|Article|Articles|Table|Figure|Chapter|Annex|Summit"
    r"|Conference|Session|Meeting|Mr|Mrs|Ms|Dr|Prof|President|Minister|Ambassador|Договор\w*|Протокол\w*|Закон\w*|Указ\w*|Стать[яи]|Устав\w*"
    r"|Конвенци\w*|Vertrag\w*|Gesetz\w*|Artikel|Traité|Accord|Loi|Anlaşma\w*|Kanun\w*|Шарт\w*|Заң\w*)\b"
)
WRITER_OF = frozenset({"тілшісі", "тілшілері", "tılşısı"})
RUSSIAN_KIND = Pattern(r"агентств|газет[^і]|газета|издани|журнал[^ы]|портал[^ы]|канал|телеканал|радиостанц|сайт[^ы]")
JOURNALIST = Pattern(r"(?:спец)?корреспондент\w{0,3}|журналист\w{0,3}|репорт[её]р\w{0,3}|обозревател\w{1,3}")
# What stands between a name and the word for its kind: "Kazinform news agency", "Kazinform haber ajansı".
OF_KIND = frozenset(
    {"news", "press", "state", "state-run", "state-owned", "local", "national", "wire", "television", "haber", "resmi", "basın", "ақпарат"}
)
