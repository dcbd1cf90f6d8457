"""Signs that a machine translated a text, and from which language; signs that one was reworded to look like another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from kzarchive.patterns import Pattern

_SAMPLE_CHARACTERS = 60_000
_LONGEST_WORDS = 60
_MOST_WORDS_SHOWN = 3
_LEAST_KINDS = 2
_LEAST_REWORDED = 3


@dataclass(frozen=True)
class Sign:
    """One kind of sign, in words, with the first words of the text that are one, and how many different ones there are."""

    kind: str
    words: tuple[str, ...]
    count: int

    def __str__(self):
        return f"{self.kind} ({', '.join(f'“{words}”' for words in self.words)})"


def _any(words: str) -> Pattern:
    return Pattern(rf"(?<![\w-])(?:{'|'.join(re.escape(word) for word in words.split())})(?!\w)")


# Each kind of sign by itself may be a writer's habit, or stand in words that he quotes; two kinds together are a machine's.
_LEFT_IN_ENGLISH = {
    "de": (
        ("German abbreviations", Pattern(r"\b(?:GUS|OVKS|EAWU|OSZE|UdSSR|bzw\.|z\.\s?B\.|u\.\s?a\.|sog\.|BRD)(?!\w)")),
        (
            "German spellings of names",
            Pattern(
                r"\b(?:\w{1,20}-)?(?:Dschomart|Schomart|Dschochar|Nasarbajew\w?|Tokajew|Schawkat|Mirsijojew|Berdimuchamedow|Putins?chen|Lukaschenko"
                r"|Uj?iguren|Uj?ghurs|Kasachstan|Kirgistan|Kirgisien|Usbekistan|Tadschikistan|Aserbaidschan|Duschanbe|Taschkent|Turkmenien"
                r"|Bischkek|Aschgabat|Almaty-Stadt|Semipalatinsk-Gebiet|Schymkent|Karaganda-Gebiet|Lawrow|Medwedew|Chruschtschow)\b"
            ),
        ),
        ("“Nur” of Nur-Sultan translated", Pattern(r"\b(?:plain|only|just) Sultan\b")),
        ("German verbs in two parts", Pattern(
            r"\b(?:found|finds?)(?: (?:as|in|on|at|despite|since|every|again)\b[^.\n]{1,80})? instead\b(?=[.,;])")),
        ("German participles before their nouns", Pattern(
            r"\b(?:in|of|to|with|by) the (?:initiated|founded|created|led|adopted|planned|held|signed|supported) (?:by|in) (?:the )?[A-Z]"
            r"|\bthe [0-9]{4} in [A-Z]\w+ (?:held|signed|adopted|opened)\b")),
        ("German word order", Pattern(
            r"\b\w{3,20}ed (?:are|is|was|were|has|have)[.,;]|\bwas(?: \w+){2,12} (?:rated|evaluated|visited|received|signed)[.;]|,received\b"
            r"|\bhave more and more\b|\bthe human rights differently\b")),
        ("decimal commas", Pattern(r"\b[0-9]{1,3},[0-9]{1,2} (?:[mb]illion|per ?cent|percent)")),
        ("“o'clock” behind figures", Pattern(r"\b[0-9]{1,2}[:.][0-9]{2}(?: [ap]\.?m\.?)? clock\b")),
    ),
    "ru": (
        ("Russian abbreviations", Pattern(r"\b(?:RK|ShOS|OON|SNG|ODKB|EAES|VVP|MID|SMI)(?!\w)(?! (?:is|was|are|were)\b)")),
        ("Russian word order", Pattern(
            r"\bIn [A-Z][\w-]+(?: under the chairmanship\b[^.\n]{1,80})? (?:passed|took place|was held|will take place|has? passed)\b"
            r"|\bSpeech went about\b|\b(?:sides|parties) with (?:satisfaction|interest)\b|\bthe carried out\b|\bit is necessary to note\b"
            r"|\binformed about the (?:carried|held|taken)\b|\b[0-9]+ times in (?:a )?(?:week|month|year)\b")),
        ("Russian turns of phrase", Pattern(
            r"\brender(?:ed)? (?:all-round )?(?:support|assistance|help)\b|\bgoods turnover\b|\bon the highest (?:and high )?levels?\b"
            r"|\bspecial attention to the\b|\bOn the results of the\b|\bseparate attention\b|\bgot acquainted with\b|\bconcrete content\b")),
        ("Russian spellings of names", Pattern(r"\b(?:K\.\s?Zh\.|N\.\s?A\.|Maskat|Vashington|Parizh|Lavrov S\.|Kitai)\b")),
    ),
    "fr": (
        ("French abbreviations", Pattern(r"\b(?:OTAN|CEI|OCS|OTSC|UEE|UEEA|ONU)(?!\w)")),
        ("French spellings of names", Pattern(
            r"\b(?:Nazarbaïev|Tokaïev|Noursoultan|Poutine|Loukachenko|Kirghizistan|Ouzbékistan|Tadjikistan|Bichkek|Douchanbé|Tachkent|Pékin|Moscou"
            r"|Achgabat)\b")),
        ("French word order", Pattern(r"\b(?:Affairs foreigners|minister of the Affairs|in the month of|is member of the)\b")),
    ),
    "tr": (
        ("Turkish abbreviations", Pattern(r"\b(?:ŞİÖ|TDT|BDT|KGAÖ|AGİT|AB)(?!\w)")),
        ("Turkish spellings of names", Pattern(
            r"\b(?:Kazakistan|Özbekistan|Kırgızistan|Türkmenistan|Tacikistan|Taşkent|Bişkek|Duşanbe|Aşkabat|Pekin|Moskova|Nazarbayev'in)\b")),
    ),
}  # fmt: skip
_LEFT_IN_RUSSIAN = {
    "en": (
        ("English abbreviations", Pattern(r"(?<![\w(«\"])(?:MFA|EEU|EAEU|SCO|OSCE|CSTO|CIS|WTO|BRI)(?![\w)»\"])")),
        ("English words taken for others", Pattern(
            r"\b(?:[Кк]апитал (?:Казахстан|Росси|стран)\w*|[Ии]ндюк\w*|[Сс]оединенные государства"
            r"|[Пп]ерсонал\w* писателя|[Ии]ндейк\w+ (?:и|также))")),
        ("English constructions", Pattern(
            r"\b(?:[Сс]огласно к|[Нн]а другой руке|имеет видел|делаем не|держал звонок|к углублять|согласились? к|процитирован\w* как|"
            r"белым слоном|больше чем [0-9]|с его \w+ коллегой)")),
    ),
}  # fmt: skip
_LEFT = {"en": _LEFT_IN_ENGLISH, "ru": _LEFT_IN_RUSSIAN}
_NAMES = {"de": "German", "ru": "Russian", "fr": "French", "tr": "Turkish", "en": "English"}

# What programs write for the words of this field when they put others in their place.
_REWORDED = Pattern(
    r"\b(?:(?P<states>(?:[Aa]ssembled|[Jj]oined) (?:[Ss]tates|[Nn]ations|[Cc]ountries))"
    r"|(?P<foreign>unfamiliar (?:strateg\w+|polic\w+|approach\w*|minister|service|undertakings|relations|speculation|clergyman)|outside strateg\w+)"
    r"|(?P<diplomatic>discretionary (?:relations|bonds|ties|missions?|connections))"
    r"|(?P<partner>(?:exchanging|trading|main|key|greatest) accomplices?)"
    r"|(?P<central>(?:Focal|Center) Asian?)|(?P<silk>Silk Street)|(?P<nuclear>atomic (?:wellbeing|security of the country))"
    r"|(?P<mixed>blended sentiments|blended feelings)|(?P<often>every now and again)|(?P<over>in excess of (?:one|two|\w+) hundred)"
    r"|(?P<single>solitary (?:bushel|market|country|state))|(?P<gas>(?:flammable|petroleum) gas)|(?P<open>open inquiry)"
    r"|(?P<council>Security (?:Chamber|Committee) of the (?:Assembled|Joined|Unified))|(?P<seen>[Aa]s should be visible)"
    r"|(?P<land>land boundary|ceaseless \w+ boundary)|(?P<greatest>second greatest)|(?P<populace>populace)|(?P<entryway>entryway))\b"
)
# Words of this field first: the others are only counted beside one of these.
_OF_THE_FIELD = frozenset({"states", "foreign", "diplomatic", "partner", "central", "silk", "nuclear", "council"})


def signs_of_translation(text: str, language: str | None) -> tuple[str, tuple[Sign, ...]] | None:
    """Return the language (BCP 47) that a machine translated ``text`` from, with at least two kinds of signs, or None without evidence.

    A language whose names and abbreviations the text speaks about is not one it was translated from: where the only kinds are
    spellings and abbreviations, there must be four of them in all.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    found = {}
    for source, kinds in _LEFT.get(language or "", {}).items():
        signs = tuple(sign for kind, pattern in kinds if (sign := _sign(kind, pattern, sample)))
        are_only_names = all("spelling" in sign.kind or "abbreviation" in sign.kind for sign in signs)
        if len(signs) >= _LEAST_KINDS and (not are_only_names or sum(sign.count for sign in signs) >= 4):
            found[source] = signs
    if not found:
        return None
    best = max(found, key=lambda source: (len(found[source]), sum(sign.count for sign in found[source])))
    return best, found[best]


def name_of(language: str) -> str:
    """Return the English name of a language that texts are translated from."""
    return _NAMES[language]


def signs_of_rewording(text: str, language: str | None) -> tuple[str, ...]:
    """Return words that a program put in the place of the field's own, three or more different ones; else nothing."""
    if language != "en":
        return ()
    words: dict[str, str] = {}
    for match in _REWORDED.finditer(text[:_SAMPLE_CHARACTERS]):
        words.setdefault(match.lastgroup, " ".join(match[0].split()))
    return tuple(words.values()) if len(words) >= _LEAST_REWORDED and len(_OF_THE_FIELD & words.keys()) >= 2 else ()


# Where a site that copies texts names another by its address, or by a name in one small word: no outlet of news is spelled so.
_PUT_IN = Pattern(
    r"\b(?:According to|[Aa]ccording to|[Cc]heck|[Ss]ee|[Vv]isit) (?P<site>(?:www\.)?[a-z0-9-]{4,40}\.(?:com|org|net|info|example|biz|us))\b"
    r"|\b[Aa]ccording to (?P<word>[a-z]{8,30}),"
)
# Whom small words before a comma name besides: "according to officials, ...".
_PEOPLE_OR_THINGS = Pattern(
    r"(?:ists|ers|ors|ians|ans|ents|ents|ials|ics|ions|ates|ies|ment|ance|ence|tion|sion|ity|dom|ship|als|ants|ees|eers|ysts|dict|ules|ents|ords)$"
    r"|^(?:statistics|everybody|everyone|schedule|precedent|tradition|estimates|witnesses|insiders|diplomats|hearsay|expectations|protocol)$"
)


# Of words in the plural only those are names of sites that such a name is put together of: "healthfacts", "dailynews".
_COMPOUND = Pattern(r".{3,}(?:news|facts|times|posts|reports|reviews|views|magazines|tips|insights)$")
_ORDINARY_COMPOUNDS = frozenset({"artifacts", "interviews", "outposts", "overviews", "previews", "purviews", "sometimes", "worldviews"})


def _names_site(word: str) -> bool:
    if word in _ORDINARY_COMPOUNDS or _PEOPLE_OR_THINGS.search(word):
        return False
    return not word.endswith("s") or bool(_COMPOUND.match(word))


def words_put_in(text: str) -> tuple[str, ...]:
    """Return the references to other sites that the site of a copied text has put into it: "According to NAMEOFSITE,"."""
    matches = (match for match in _PUT_IN.finditer(text[:_SAMPLE_CHARACTERS]) if match["site"] or _names_site(match["word"]))
    return tuple(dict.fromkeys(" ".join(match[0].split()).rstrip(",") for match in islice(matches, 20)))


def _sign(kind: str, pattern: Pattern, text: str) -> Sign | None:
    words = list(dict.fromkeys(" ".join(match[0].split()) for match in islice(pattern.finditer(text), 50)))
    if not words:
        return None
    shown = tuple(word if len(word) <= _LONGEST_WORDS else word[: _LONGEST_WORDS - 1] + "…" for word in words[:_MOST_WORDS_SHOWN])
    return Sign(kind, shown, len(words))
