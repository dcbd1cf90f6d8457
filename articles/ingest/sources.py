"""The outlets that a text names as its own sources: "(MFA.kz, December 26, 2014)", "сообщает Казинформ", "Quelle: dpa"; pure.

A source is an outlet (agency, paper, broadcaster, site) or the press service, ministry or site of a body that is named. Persons,
offices, places and unnamed bodies ("the ministry", "experts") are none: what they say is an assertion, not a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from articles.ingest.dates import PrintedDate, find_dates
from articles.ingest.vocabulary import listed
from kzarchive import edtf
from kzarchive.patterns import Pattern
from kzarchive.text import fold

Cue = Literal["bracketed", "signed", "reported", "told", "printed"]


@dataclass(frozen=True)
class InTextSource:
    """A source that a text names, and the words that name it.

    ``start`` and ``end`` are half-open and count code points of the text; the cue and the date lie within. ``outlet`` has no
    quotation marks and no word for what it is; ``published_on`` is EDTF or None, with the basis "stated", or "inferred" where the
    year is taken from the day of the article. ``cue`` says how the source is named: in brackets, by a signature or a label, as
    the one that reports, as the one that was told, or as where something was printed.
    """

    outlet: str
    published_on: str | None
    published_basis: Literal["stated", "inferred"] | None
    start: int
    end: int
    cue: Cue


# Outlets that writing on the region names without a word for what they are; facts, in the spelling of their own.
_OUTLETS = listed(
    """Tengrinews|Tengri News|Kazinform|QazInform|Inform.kz|KazTAG|Kursiv|Vlast|Azattyq|Azattyk|Radio Azattyk|Radio Azattyq|Zakon.kz
    |Interfax|Interfax-Kazakhstan|TASS|ITAR-TASS|RIA Novosti|Sputnik|Regnum|Kommersant|Vedomosti|Izvestia|Lenta.ru|Gazeta.ru|RBC
    |Meduza|Kazakhstanskaya Pravda|Egemen Qazaqstan|Aikyn|Zhas Alash|Liter|Caravan|Ekspress-K|Egemen|Kapital|Adyrna|Orda|Ratel
    |Forbes Kazakhstan|Reuters|AFP|Agence France-Presse|AP|Associated Press|The Associated Press|dpa|Deutsche Presse-Agentur|UPI
    |Bloomberg|CNN|BBC|CNBC|NBC|Al Jazeera|Euronews|Deutsche Welle|DW|RFE/RL|Voice of America|Radio Liberty|Radio Free Europe|Xinhua
    |CCTV|CGTN|People’s Daily|Kyodo|Yonhap|PTI|IRNA|Fars|Tasnim|Mehr|Anadolu|Anadolu Agency|Anadolu Ajansı|AA|İHA|DHA|ANKA|TRT
    |TRT Haber|Hürriyet|Milliyet|Sabah|Cumhuriyet|Trend|APA|Report.az|Azernews|AKIpress|24.kg|Kabar|Asia-Plus|Avesta|Fergana
    |Ferghana|UzDaily|UzA|Gazeta.uz|Turkmenistan.ru|nCa|Eurasianet|EurasiaNet|Novastan|Central Asia Monitor|Diplomat|Le Monde
    |Le Figaro|Figaro|Libération|RFI|Radio France Internationale|Les Echos|Courrier international|Spiegel|Der Spiegel|Die Zeit
    |Handelsblatt|FAZ|Frankfurter Allgemeine Zeitung|Süddeutsche Zeitung|Die Welt|taz|Deutsche Allgemeine Zeitung|DAZ
    |Financial Times|Guardian|The Guardian|Economist|The Economist|Washington Post|New York Times|Newsweek|Wall Street Journal
    |Foreign Policy|Foreign Affairs|Politico|EUobserver|Euractiv|Nikkei|Haaretz|Ukrinform|UNIAN|BelTA|Armenpress|Moldpres|Khabar
    |Khabar 24|ҚазТАГ|Qazaqstan TV|BBC Türkçe|DW Türkçe|Казинформ|ҚазАқпарат|Казтаг|КазТАГ|Курсив|Власть|Азаттык|Азаттық|Интерфакс
    |Интерфакс-Казахстан|ТАСС|ИТАР-ТАСС|РИА Новости|Спутник|Регнум|Коммерсант|Коммерсантъ|Ведомости|Известия|РБК|Медуза
    |Казахстанская правда|Егемен Қазақстан|Айқын|Жас Алаш|Литер|Караван|Экспресс-К|Рейтер|Блумберг|Синьхуа|Анадолу|Тренд|АКИпресс
    |Кабар|Азия-Плюс|Фергана|Российская газета|Независимая газета|Комсомольская правда|Россия 24|Хабар|Хабар 24|Qazaqstan|Мир 24
    |Немецкая волна|Аргументы и факты|Новая газета|Московский комсомолец|SCN|QazNews|Akorda|Акорда|Қазинформ|Orda.kz|Ulysmedia
    |Exclusive.kz|365info.kz|Nur.kz|Informburo|Информбюро|Курсив Медиа|Радио Азаттык|Эгемен|Первый канал|Евразия
    |Sputnik Kazakhstan|Sputnik Казахстан|Sputnik Қазақстан
    |Eurasia Daily Monitor|The Diplomat|Carnegie|openDemocracy|Global Voices|bne IntelliNews|IntelliNews|Nikkei Asia
    |South China Morning Post|Xinhua News Agency|Kyiv Post|Baltic Times|Moscow Times|The Moscow Times|Astana Times|The Astana Times
    |Times of Central Asia|The Times of Central Asia|Daily Sabah|Hurriyet Daily News|Berliner Zeitung|Neue Zürcher Zeitung|NZZ
    |Tagesspiegel|Der Standard|La Croix|Ouest-France|L’Express|Le Point|Mediapart|Habertürk|Yeni Şafak|Sözcü|Star|NTV|CNN Türk"""
)  # fmt: skip
_KNOWN = {fold(name): name for name in _OUTLETS}
_LOWER_CASE = {name for name in _OUTLETS if name[0].islower()}
_LONGEST_NAME_WORDS = 7

# Words that only outlets have in their names.
_MEDIA_WORDS = frozenset(
    fold(word)
    for word in listed(
        """Times|News|Newspaper|Post|Press|Agency|Daily|Weekly|Herald|Tribune|Observer|Gazette|Courier|Chronicle|Radio|TV|Broadcasting|Pravda
        |Новости|Агентство|Газета|Правда|Вестник|Известия|Радио|Zeitung|Nachrichten|Presse|Rundfunk|Kurier|Tageblatt|Ajansı|Haber|Gazetesi
        |Gazeta|Radiosy|Радиосы|Quotidien|Dépêche|Gazete|Journal|Today|Live|Online|Media"""
    )
)
# Words for what an outlet is, by which any name beside them is one's; stems, since most are declined.
_KIND = Pattern(
    r"(?:newspaper|daily|weekly|agency|newswire|website|portal|magazine|broadcaster|channel|tabloid|outlet|station|newsagency"
    r"|агентств\w{1,3}|газет\w{1,3}|журнал\w{0,3}|портал\w{0,3}|телеканал\w{0,3}|канал\w{0,2}|издани\w{1,3}|радиостанци\w{1,3}|МИА|ИА|сайт\w{0,2}"
    r"|агенттігі\w{0,4}|газеті\w{0,4}|басылым\w{1,5}|порталы\w{0,4}|арнасы\w{0,4}|журналы\w{0,4}|сайты\w{0,4}"
    r"|(?:nachrichten|presse)?agentur|zeitung|tageszeitung|wochenzeitung|portals?|magazins?|senders?|nachrichtenportals?"
    r"|agence|quotidien|hebdomadaire|média|journal|revue|site|chaîne"
    r"|ajansı\w{0,4}|gazetesi\w{0,4}|dergisi\w{0,4}|sitesi\w{0,4}|kanalı\w{0,4})",
    re.IGNORECASE,
)
_CAPITALISED_KINDS = frozenset({"МИА", "ИА", "Nachrichtenagentur", "Presseagentur", "Agentur", "Zeitung", "Tageszeitung", "Wochenzeitung", "Portals",
                                "Portal", "Magazins", "Magazin", "Senders", "Sender", "Nachrichtenportals", "Nachrichtenportal"})  # fmt: skip
_PRESS_SERVICE = Pattern(
    r"(?P<en>press[ -]service|press[ -]office) of (?:the )?|(?P<ru>пресс-служб)(?:а|ы|у|е|ой) |(?P<fr>service de presse) (?:du |de la |de l[’'])",
    re.IGNORECASE,
)
_PRESS_SERVICE_AFTER = Pattern(r"(?:[^\W\d_][\w-]* ){1,5}баспасөз қызметі$")
_BODY = Pattern(
    r"(?:Ministry of (?:Foreign Affairs|Finance|Defen[cs]e|Agriculture|Energy|[A-Z][a-z]+)|[A-Z][a-z]+ Foreign Ministry"
    r"|(?P<ru>Министерств)(?:о|а|у|ом|е) (?:иностранных дел|финансов|обороны|сельского хозяйства|энергетики|внутренних дел|транспорта|экономики)"
    r"|МИД(?:а|у|ом)?(?: РК| Казахстана| России)?\b|MFA\b|Außenministerium)"
)
# Before a body's name: it is a person who speaks.
_HEAD_OF = Pattern(
    r"(?:глава|главы|замглавы|министр|представитель|сотрудник|head|chief|spokesman|spokeswoman|official) (?:of )?(?:the )?$", re.IGNORECASE
)
_DOMAIN = Pattern(
    r"(?:www\.)?[\w-]{2,40}\.(?:kz|ru|com|org|net|az|uz|kg|tm|tj|de|fr|tr|eu|info|media|news|asia|ua|uk|example)(?![\w.]\w)", re.IGNORECASE
)

# What stands in brackets before a day and is no outlet: where something was done, and what was signed.
_PLACES = frozenset(
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
_NO_OUTLET = Pattern(
    r"\b(?:Convention|Treaty|Protocol|Agreement|Act|Law|Decree|Resolution|Charter|Declaration|Article|Articles|Table|Figure|Chapter|Annex|Summit"
    r"|Conference|Session|Meeting|Mr|Mrs|Ms|Dr|Prof|President|Minister|Ambassador|Договор\w*|Протокол\w*|Закон\w*|Указ\w*|Стать[яи]|Устав\w*"
    r"|Конвенци\w*|Vertrag\w*|Gesetz\w*|Artikel|Traité|Accord|Loi|Anlaşma\w*|Kanun\w*|Шарт\w*|Заң\w*)\b"
)
_LOOK = Pattern(r"(?:see also|see|cf\.|quoted in|via|см\. также|см\.|vgl\.|siehe|voir|bkz\.|қараңыз)\s", re.IGNORECASE)

# What is written by somebody: the name that follows is an outlet's, known or not.
_PIECE = Pattern(r"report|story|article|dispatch|dépêche|bericht|meldung|artikel", re.IGNORECASE)

# Cues after which the source stands. The longest comes first where one begins like another.
_ARTICLE = r"(?:the|an?|der|die|das|dem|den|des|le|la|les|l[’']|du|au|à|de la|de|des|d[’'])"
_SOMETHING = r"(?:report|story|article|interview|op-ed|essay|piece|column|commentary|statement|dispatch)"
_BEFORE_NAME: tuple[tuple[Cue, str], ...] = (
    ("told", r"in an interview (?:with|to|for|given to)"),
    ("told", r"an? (?:[a-z-]+ )?interview (?:with|to|for|given to)"),
    ("told", r"in (?:comments|remarks) to"),
    ("told", r"speaking (?:to|with)"),
    ("told", r"told"),
    ("printed", rf"in an? {_SOMETHING} (?:published|printed) (?:by|in|on)"),
    ("printed", rf"in an? {_SOMETHING} (?:for|in)"),
    ("printed", r"(?:first |originally |initially )?(?:published|printed) (?:by|in|on)"),
    ("printed", r"(?:first |originally )?appeared (?:in|on)"),
    ("reported", rf"according to (?:an? )?{_SOMETHING}s? (?:(?:published|carried|released|posted) )?(?:by|of|from|in|on)"),
    ("reported", r"according to"),
    ("reported", r"as (?:reported|quoted|cited|noted) by"),
    ("reported", r"(?:quoted as saying|reported|quoted|cited) (?:by|in)"),
    ("reported", r"(?:writes|reports)"),
    ("reported", r"(?:has |have |had )?learn(?:ed|t) from"),
    ("reported", r"on the (?:official )?(?:web ?site|site|page) of"),
    ("reported", r"citing"),
    ("reported", r"(?:with |based on )?(?:additional )?(?:reporting|reports) (?:by|from)"),
    ("reported", r"reported via"),
    ("told", r"в (?:интервью|беседе с|разговоре с)"),
    ("told", r"(?:заявил|сказал|рассказал|заметил|сообщил|пояснил)[аи]?(?: (?:[а-яё]+))? (?:агентству|газете|журналу|телеканалу|изданию|порталу)"),
    ("reported", r"(?:сообщил|рассказал|написал|отметил)[аои]?(?= (?:агентств|газет|журнал|портал|издани|телеканал))"),
    ("told", r"(?:заявил|сказал|рассказал|заметил|пояснил)[аи]?(?: (?:[а-яё]+))?"),
    ("printed", r"опубликован\w{0,3} (?:в|на)"),
    ("reported", r"(?:согласно|по) (?:сообщени\w{1,2}|данным|информации|сведениям)(?: (?:источников|собеседников))?"),
    ("reported", r"со ссылкой на"),
    ("reported", r"ссылаясь на"),
    ("reported", r"как (?:пишет|сообщает|сообщил[аи]?|переда[её]т|передал[аи]?|отмечает|писал[аи]?)"),
    (
        "reported",
        r"(?:сообща(?:ет|ют)|сообщил[аои]?|переда[её]т|передал[аои]?|пишет|писал[аои]?|информирует|цитирует)"
        r"(?: (?:в понедельник|во вторник|в среду|в четверг|в пятницу|в субботу|в воскресенье),?)?(?: [0-9]{1,2} [а-я]{3,8},?)?",
    ),
    ("reported", r"согласно(?: к)?"),
    ("reported", r"деп (?:хабарла(?:йды|ды)|жаз(?:ады|ды))|dep (?:habarla(?:idy|dy)|jaz(?:ady|dy))"),
    ("told", r"im (?:gespräch|interview) mit"),
    ("told", r"gegenüber(?= (?:dem|der|den)\b)"),
    ("told", r"(?:sagte|sagten|erklärte|erzählte)(?: (?:er|sie|[A-ZÄÖÜ]\w+))?(?= (?:dem|der|den)\b)"),
    ("reported", r"nach (?:angaben|informationen|berichten)"),
    ("reported", r"laut (?:einem bericht|einer meldung|einem artikel)"),
    ("reported", r"(?:laut|unter berufung auf)"),
    ("reported", r"(?:berichtet|meldet|schreibt|zitiert|berichtete|meldete|schrieb|zitierte)(?! (?:über|von|aus|zu)\b)"),
    ("told", r"(?:dans un )?(?:entretien|interview)(?: accordée?)? (?:à|au|avec)"),
    ("told", r"(?:a-t-(?:il|elle) )?(?:déclaré|confié|expliqué) (?:à|au)"),
    ("printed", r"(?:initialement |d[’']abord )?(?:parue?|publiée?) (?:sur|dans)"),
    ("reported", r"(?:a|ont) (?:rapporté|écrit|indiqué|annoncé|révélé|précisé)"),
    ("reported", r"(?:comme )?(?:le |l[’'])?(?:rapporte|écrit|indique|annonce|révèle|précise|signale)"),
    ("reported", r"selon (?:un article|une dépêche|une information|des informations)(?= d)"),
    ("reported", r"cité par"),
    ("reported", r"selon|d[’']après"),
)
# And before which it stands.
_AFTER_NAME: tuple[tuple[Cue, str], ...] = (
    ("reported", r"(?:has |had |have )?(?:reported|reports|wrote|writes|quoted|quotes|informs|informed)|said in a report"),
    ("reported", r"contributed to this (?:report|story|article)"),
    ("printed", r"(?:has |had |have )?published"),
    ("reported", r"(?:со ссылкой на \w+ )?(?:сообща(?:ет|ют)|сообщил[аои]?|переда[её]т|пишет|отмечает|уточняет|цитиру[ею]т)"),
    ("printed", r"опубликовал[аои]?"),
    ("reported", r"(?:жазуынша|хабарлауынша|мәліметінше|дерегінше|хабарлады|хабарлайды|жазды|жазады)"),
    ("told", r"берген сұхбатында"),
    ("printed", r"(?:жарық көрген|жарияланған)"),
    ("reported", r"сілтеме жасап"),
    ("reported", r"(?:haberine|aktardığına|bildirdiğine|yazdığına|açıklamasına) göre"),
    ("reported", r"göre"),
    ("reported", r"haberinde"),
    ("reported", r"zufolge"),
    ("told", r"konuşan"),
    ("told", r"verdiği (?:röportaj|demeç|mülakat)\w{0,4}"),
)
_WIE = Pattern(
    r"\bwie (?P<name>[^.;:\n]{3,90}?) (?:(?:am|vom|im) (?P<when>[^,;\n]{3,25}) )?(?:unter Berufung auf [^,.;\n]{3,60} )?"
    r"(?:berichtet|berichtete|meldet|meldete|schreibt|schrieb|mitteilte|mitteilt)\b",
    re.IGNORECASE,
)
# "Said" is what people did, but a wire service by itself.
_WIRE_SAID = Pattern(
    r"\b(?P<name>Xinhua|Reuters|AFP|AP|UPI|Interfax|ITAR-TASS|TASS|RIA Novosti|Bloomberg|dpa|DPA|Kazinform|Sputnik|IRNA|Kyodo|Yonhap)"
    r"(?: news agency| agency)? (?:said|says|adds|added|noted)\b"
)
_BILDIRDI = Pattern(r"(?:^|(?<=[.!?]\s))(?P<name>[^\W\d_][\w '’]{1,40}), [^.;:\n]{5,120} (?:bildirdi|yazdı|duyurdu|aktardı)(?!\w)", re.MULTILINE)
_ALL = [(cue, "after", pattern) for cue, pattern in _BEFORE_NAME] + [(cue, "before", pattern) for cue, pattern in _AFTER_NAME]


def _any_of(side: str, flags: int) -> Pattern:
    return Pattern("|".join(rf"(?P<c{i}>\b(?:{pattern})(?!\w))" for i, (_, of, pattern) in enumerate(_ALL) if of == side), flags)


# A name may stand before a verb in small letters only: "Orda Reports" is a heading.
_CUES = {"after": _any_of("after", re.IGNORECASE), "before": _any_of("before", 0)}
# How the cues begin, four letters of them: looked for in one go, they spare thirty tries at every word of a text.
_BEGIN_AFTER = listed(
    """in|with|base|addi|spea|told|publ|prin|firs|orig|init|appe|acco|as|quot|repo|cite|has|have|had|lear|on|citi|writ|в|заяв|сказ|расс|заме|сооб|пояс|опуб|согл|по|со|ссыл|как|пере|пише|писа|инфо|цити|напи|отме|деп|dep|im|gege|sagt|erkl|erzä|nach|laut|unte|beri|meld|schr|ziti|dans|entr|inte|a|décl|conf|expl|paru|d|ont|préc|sign|comm|le|l|rapp|écri|indi|anno|révè|cité|selo"""
)
_BEGIN_BEFORE = listed(
    """has|had|have|repo|wrot|writ|quot|info|said|publ|cont|со|сооб|пере|пише|отме|уточ|цити|опуб|жазу|хаба|мәлі|дере|жазд|жаза|берг|жары|жари|сілт|habe|akta|bild|yazd|açık
    |göre|zufo|konu|verd"""
)


def _words_beginning(begins: frozenset[str], flags: int = 0) -> Pattern:
    """Return a pattern for the beginnings of words: by first letter, so that a word of another is passed over at once."""
    by_letter: dict[str, list[str]] = {}
    for begin in sorted(begins):
        by_letter.setdefault(begin[0], []).append(re.escape(begin[1:]) + ("" if len(begin) == 4 else r"(?!\w)"))
    letters = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return Pattern(rf"(?<!\w)(?:{letters})", flags)


_BEGINNINGS = {"after": _words_beginning(_BEGIN_AFTER, re.IGNORECASE), "before": _words_beginning(_BEGIN_BEFORE)}

_DIGIT = Pattern("[0-9]")
_SLASHES = Pattern(r"///\s?(?P<name>[^\n,/]{2,60}?)(?:,\s(?P<when>[^\n/]{4,30}))?\s*$", re.MULTILINE)
_LABEL = Pattern(r"(?:^|(?<=[.!?…]\s))(?:Source|Quelle|Kaynak|Источник|Дереккөз)\s?:\s?(?P<name>[^\n]{2,60}?)[.\s]*$", re.MULTILINE)
# Without one of these words no sentence of its kind is in a text: a look for them costs nothing, one at every sentence does.
_LABELS = ("Source", "Quelle", "Kaynak", "Источник", "Дереккөз")
_VERBS_OF_WIE = ("berichtet", "meldet", "schreibt", "schrieb", "mitteilt")
_VERBS_OF_BILDIRDI = ("bildirdi", "yazdı", "duyurdu", "aktardı")
_BEHIND_SENTENCE = Pattern(
    r"(?<=[.!?…»”\"'])[ \t]{1,3}(?P<mark>[-–—]{1,2} ?(?P<dashed>[^\W\d_][^\n/()\[\]]{1,40})|/(?P<slashed>[^\n/]{2,40})/|"
    r"\((?P<round>[^\n()]{2,40})\)|\[(?P<square>[^\n\[\]]{2,40})\])[ \t.]*$",
    re.MULTILINE,
)
_BRACKET = Pattern(r"\((?P<inside>[^()\n]{4,240})\)")
_BARE_DATE = Pattern(r"(?<![\w.-])(?P<name>[^\W\d_][\w.-]{2,30}), (?=[0-9])")
_DAY_WITHOUT_YEAR = Pattern(r"(?:[^\W\d_]{3,10}\.? [0-9]{1,2}|[0-9]{1,2}\.? [^\W\d_]{3,10})(?P<more>(?:(?:, | ?[–-] ?)[0-9]{1,2})*)")
_YEAR = Pattern(r"(?:19|20)[0-9]{2}")
_BEFORE_DATE = Pattern(r"(?: on| от| am| vom| le| du|,)? ?\(?", re.IGNORECASE)
_TOKEN = Pattern(r"[«»“”„‟\"‘]|[lLdD][’'](?=\w)|\w(?:[\w’'&/.-]*\w)?|[^\w\s]")
_QUOTES = {"«": "»", "“": "”", "„": "“”", '"': '"', "‘": "’"}
_WRITER_OF = frozenset({"тілшісі", "тілшілері", "tılşısı"})
_RUSSIAN_KIND = Pattern(r"агентств|газет[^і]|газета|издани|журнал[^ы]|портал[^ы]|канал|телеканал|радиостанц|сайт[^ы]")
_JOURNALIST = Pattern(r"(?:спец)?корреспондент\w{0,3}|журналист\w{0,3}|репорт[её]р\w{0,3}|обозревател\w{1,3}")
# Short names by which outlets with an article are called behind a preposition: "au Monde".
_SHORT = {"monde": "Le Monde", "parisien": "Le Parisien", "temps": "Le Temps"}
# What stands between a name and the word for its kind: "Kazinform news agency", "Kazinform haber ajansı".
_OF_KIND = frozenset(
    {"news", "press", "state", "state-run", "state-owned", "local", "national", "wire", "television", "haber", "resmi", "basın", "ақпарат"}
)
_OPENS_SENTENCE = frozenset({"As", "But", "And", "When", "While", "Both", "That", "What", "Yet", "Also", "Like", "Wie", "Comme", "Как", "В", "На"})
_OF_DAY = Pattern(r"\s(?:tarihli|tarihinde|günü)$")
_CASES_OF_KAZAKH = ("ның", "нің", "дың", "дің", "тың", "тің", "дан", "ден", "тан", "тен", "қа", "ке", "ға", "ге", "на", "не", "да", "де", "та", "те")
_JOINERS = frozenset({"of", "the", "and", "&", "de", "la", "du", "für", "und", "и"})
_OWNERS = Pattern(r"(?:(?:[^\W\d_][\w’'.-]*)(?: of(?: the)?| и| and)? ){0,6}[^\W\d_][\w’'-]*")
# Names of agencies and sites are written as one word with a capital inside: "KazPress", "ДалаАқпарат".
_WRITTEN_AS_ONE = Pattern(
    r"[A-ZА-ЯӘІҢҒҮҰҚӨҺ][a-zа-яәіңғүұқөһ]{2,14}(?:News|Press|Info|Inform|Form|Media|Times|Wire|TAG|Ақпарат|Информ|Пресс|Медиа|Новости|ТАГ|Инфо)"
    r"|[A-ZА-ЯӘІҢҒҮҰҚӨҺ][a-zа-яәіңғүұқөһ]{2,9}(?:inform|информ)"
)
# The article and the words for its kind before the name of an outlet; how they end tells most places apart at no cost.
_LEADING = Pattern(r"(?:\bAs )?(?:\b[Tt]he )?(?:[a-z-]+ ){0,2}(?:newspaper|agency|portal|website|daily|magazine) $|(?:\bAs )?\b[Tt]he $")
_ENDS_OF_LEADING = ("he ", "newspaper ", "agency ", "portal ", "website ", "daily ", "magazine ")
_JOINT = Pattern(r"(?:,? (?:and|und|et|ve|и|және)|,) (?:the |der |die |le |la |l[’'])?(?=[^\W_])")
_MOST_IN_ONE_BREATH = 8
_PREPOSITIONS = frozenset({"в", "на", "с", "in", "on", "at", "to", "with", "mit", "im", "à", "dans", "sur", "avec"})
_WINDOW = 160


def is_outlet(name: str) -> bool:
    """Tell whether ``name`` is one of the agencies, papers and stations that are known by name."""
    return fold(name) in _KNOWN


def sources_in(text: str, *, published_on: str | None = None, known: Mapping[str, str] | None = None) -> list[InTextSource]:
    """Return the sources that ``text`` names, in its order; no two of them overlap.

    ``published_on`` (EDTF) is the day of the article: a day without a year, "January 16", is then taken for the last such day up to
    it. ``known`` are further outlets by their folded names (``kzarchive.text.fold``), as those an archive holds; the value is the
    name they are given.
    """
    reader = _Reader(text, published_on, {} if known is None else known)
    found = sorted(reader.all(), key=lambda source: (source.start, -source.end))
    kept: list[InTextSource] = []
    for source in found:
        if not kept or source.start >= kept[-1].end:
            kept.append(source)
    return kept


def sources_beside(layer: str, spans: Iterable[tuple[int, int]], *, published_on: str | None = None) -> list[InTextSource]:
    """Return the sources that the stretches ``spans`` of the text layer ``layer`` name, all of which are no part of the text: signatures,
    lines of a source, notes of a first printing. Their spans count the layer.
    """
    found: list[InTextSource] = []
    for start, end in spans:
        piece = layer[start:end]
        named = sources_in(piece, published_on=published_on) or _signed_alone(piece, published_on)
        found += [replace(source, start=source.start + start, end=source.end + start) for source in named]
    return found


_MARKS = " \t\n/\\—–-()[]."


def _signed_alone(piece: str, published_on: str | None) -> list[InTextSource]:
    """Return the source that signs with its name and marks around it: "– Kazinform", "/ТАСС/", "(dpa)"."""
    reader = _Reader(piece, published_on, {})
    name, comma, when = piece.strip(_MARKS).partition(", ")
    dated = reader._whole_date(when) if comma else (None, None)
    if not dated or not reader._is_outlet(name):
        return []
    begin = len(piece) - len(piece.lstrip())
    return [InTextSource(reader._canonical(name), *dated, begin, len(piece.rstrip()), "signed")]


_MOST_REMEMBERED = 2048
_fold = lru_cache(_MOST_REMEMBERED)(fold)  # a text that names sources names the same ones again and again


@dataclass(frozen=True)
class _Name:
    outlet: str
    start: int
    end: int


class _Reader:
    """One reading of one text."""

    def __init__(self, text: str, published_on: str | None, known: Mapping[str, str]) -> None:
        self.text = text
        self.known = known
        self.day = None
        if published_on:
            date = edtf.parse(published_on)
            self.day = date.latest if date.is_day else None
        self._days: dict[str, tuple[str | None, str | None] | None] = {}

    def all(self) -> Iterator[InTextSource]:
        yield from self._bracketed()
        yield from self._signed()
        yield from self._cued()
        yield from self._sentences()

    # In brackets: "(Name, day; Name, day)".

    def _bracketed(self) -> Iterator[InTextSource]:
        for match in _BRACKET.finditer(self.text):
            pieces: list[tuple[int, int, str, tuple[str | None, str | None]]] = []
            parts = match["inside"].split(";")
            at = match.start("inside")
            for part in parts:
                begin = at + len(part) - len(part.lstrip())
                at += len(part) + 1
                inner = part.strip()
                if look := _LOOK.match(inner):
                    begin += look.end()
                    inner = inner[look.end() :]
                name, comma, when = inner.partition(", ")
                dated = self._whole_date(when) if comma else None
                if dated and self._may_be_dated_outlet(name, dated[0]):
                    pieces.append((begin, begin + len(inner), name, dated))
            if len(pieces) == len(parts) == 1:
                _, _, name, dated = pieces[0]
                yield InTextSource(self._canonical(name), *dated, match.start(), match.end(), "bracketed")
            else:
                for begin, end, name, dated in pieces:
                    yield InTextSource(self._canonical(name), *dated, begin, end, "bracketed")

    def _may_be_dated_outlet(self, name: str, date: str | None) -> bool:
        if self._is_outlet(name):
            return True
        words = name.split()
        if not words or len(words) > _LONGEST_NAME_WORDS or not words[0][0].isupper() or any(char.isdigit() for char in name):
            return False
        # An author and a year, or a month: literature, not news.
        is_literature = date is not None and len(date) < 10
        return not is_literature and _fold(name) not in _PLACES and not _NO_OUTLET.search(name)

    # Signed: "///nCa, 15 February 2024", "Quelle: dpa".

    def _signed(self) -> Iterator[InTextSource]:
        for match in _SLASHES.finditer(self.text):
            dated = self._whole_date(match["when"]) if match["when"] else (None, None)
            if dated:
                yield InTextSource(match["name"].strip(), *dated, match.start(), match.end() - len(match[0]) + len(match[0].rstrip()), "signed")
        for match in _BEHIND_SENTENCE.finditer(self.text):
            name, comma, when = next(match[group] for group in ("dashed", "slashed", "round", "square") if match[group]).strip().partition(", ")
            dated = self._whole_date(when) if comma else (None, None)
            if dated and self._is_outlet(name):
                yield InTextSource(self._canonical(name), *dated, match.start("mark"), match.start("mark") + len(match["mark"].rstrip()), "signed")
            elif not comma and "/" in name and all(self._is_outlet(part) for part in name.split("/")):  # "(TASS/Kazinform)"
                at = self.text.index(name, match.start("mark"))
                for part in name.split("/"):
                    yield InTextSource(self._canonical(part), None, None, at, at + len(part), "signed")
                    at += len(part) + 1
        for match in _LABEL.finditer(self.text) if any(label in self.text for label in _LABELS) else ():
            name = match["name"].strip()
            if self._is_outlet(name) or (name[0].isupper() and len(name.split()) <= 5 and not _NO_OUTLET.search(name)):
                yield InTextSource(self._canonical(name), None, None, match.start(), match.end("name"), "signed")

    # With words: "according to", "сообщает", "göre".

    def _cued(self) -> Iterator[InTextSource]:
        done = 0
        for word in _BEGINNINGS["after"].finditer(self.text):
            if word.start() < done:
                continue
            match = _CUES["after"].match(self.text, word.start())
            if match is None:
                continue
            done = match.end()
            cue = _ALL[int(match.lastgroup[1:])][0]
            is_named = cue == "reported" and (_PIECE.search(match[0]) is not None or match[0].startswith(("деп хабарла", "dep habarla")))
            name = self._name_at(match.end(), is_named=is_named)
            if name:
                printed = self.text[name.start : name.end].strip('«»“”„"')
                if (
                    cue == "reported"
                    and printed[-1:] in ("у", "ю")
                    and match[0].lower().startswith("сообщил")
                    and not name.outlet.endswith(("у", "ю"))
                ):
                    cue = "told"  # in the dative: who was told
                name = self._with_kind_after(name)
                yield self._dated(name.outlet, match.start(), name.end, cue)
                for other in self._joined(name):
                    yield self._dated(other.outlet, other.start, other.end, cue)
        done = 0
        for word in _BEGINNINGS["before"].finditer(self.text):
            match = _CUES["before"].match(self.text, word.start()) if word.start() >= done else None
            if match is None:
                continue
            done = match.end()
            cue = _ALL[int(match.lastgroup[1:])][0]
            name = self._name_before(match.start(), is_figure_ok=True)
            if name is None:
                continue
            start, end = name.start, match.end()
            between = self.text[name.end : match.start()]
            if _DIGIT.search(between) and (dates := find_dates(between)):
                yield InTextSource(name.outlet, *self._certain(dates[-1]), start, end, cue)
            else:
                yield self._dated(name.outlet, start, end, cue)

    def _sentences(self) -> Iterator[InTextSource]:
        for match in _WIE.finditer(self.text) if any(verb in self.text for verb in _VERBS_OF_WIE) else ():
            name = self._name_at(match.start("name"), limit=match.end("name"))
            if name:
                dated = (self._whole_date(match["when"]) if match["when"] else None) or (None, None)
                yield InTextSource(name.outlet, *dated, match.start(), match.end(), "reported")
        for match in _WIRE_SAID.finditer(self.text):
            yield self._dated(self._canonical(match["name"]), match.start(), match.end(), "reported")
        for match in _BILDIRDI.finditer(self.text) if any(verb in self.text for verb in _VERBS_OF_BILDIRDI) else ():
            if self._is_outlet(match["name"]):
                yield InTextSource(self._canonical(match["name"]), None, None, match.start("name"), match.end(), "reported")
        for match in _BARE_DATE.finditer(self.text):
            if self._is_outlet(match["name"]):
                source = self._dated(self._canonical(match["name"]), match.start(), match.end("name"), "reported")
                if source.published_on:
                    yield source

    @staticmethod
    def _certain(date: PrintedDate) -> tuple[str | None, Literal["stated"] | None]:
        return (None, None) if date.is_ambiguous else (date.readings[0], "stated")

    def _dated(self, outlet: str, start: int, end: int, cue: Cue) -> InTextSource:
        """Return the source with the day that follows it, if one does."""
        opening = _BEFORE_DATE.match(self.text, end)
        ahead = self.text[opening.end() : opening.end() + 40].partition("\n")[0]
        date = next(iter(find_dates(ahead)), None) if _DIGIT.search(ahead[:24]) else None
        if date is None or date.start > 0 or date.is_ambiguous:
            return InTextSource(outlet, None, None, start, end, cue)
        last = opening.end() + date.end
        if opening[0].endswith("(") and self.text[last : last + 1] == ")":
            last += 1
        return InTextSource(outlet, date.readings[0], "stated", start, last, cue)

    # Names.

    def _name_at(self, at: int, *, limit: int | None = None, is_named: bool = False) -> _Name | None:
        """Return the name that begins at ``at``, article and word for its kind before it passed over; None if it is no source's."""
        text = self.text
        end = min(limit or len(text), at + _WINDOW)
        stop = text.find("\n", at, end)
        end = end if stop < 0 else stop
        while at < end and text[at] == " ":
            at += 1
        tokens = list(_TOKEN.finditer(text, at, end))
        has_kind = is_named
        for number, token in enumerate(tokens[:7]):
            word = token[0]
            if service := _PRESS_SERVICE.match(text, token.start(), end):
                return self._press_service(token.start(), service, end)
            if body := _BODY.match(text, token.start(), end):
                outlet = "Министерство" + body[0][len(body["ru"]) + 1 :].lstrip("ом") if body["ru"] else body[0]
                return _Name(re.sub(r"^(МИД)(?:а|у|ом)\b", r"\1", outlet), token.start(), body.end())
            if word in _QUOTES:
                return self._quoted(token.start(), end)
            if _KIND.fullmatch(word) and (word.islower() or word in _CAPITALISED_KINDS):
                has_kind = True
                continue
            if word[0].isupper() or word in _LOWER_CASE or _DOMAIN.match(text, token.start(), end):
                if name := self._plain(tokens[number:], has_kind=has_kind):
                    return name
                # One capital may be another's: "nach Angaben der Kasachischen Agentur …", "the Kazakh news agency …".
                if any(_KIND.fullmatch(later[0]) for later in tokens[number + 1 : number + 3]):
                    continue
                return None
            if not (word.isalpha() or "-" in word or word in ("l’", "l'", "L’", "L'", "d’", "d'")):
                return None
            if has_kind and number > 4:
                return None
            if not has_kind and not self._may_lead(word, tokens[number + 1 :]):
                return None
        return None

    def _joined(self, name: _Name) -> Iterator[_Name]:
        """Yield the outlets that are named in one breath with ``name``: "Reuters, AFP and TASS"."""
        for _ in range(_MOST_IN_ONE_BREATH):
            joint = _JOINT.match(self.text, name.end)
            other = self._plain(list(_TOKEN.finditer(self.text, joint.end(), joint.end() + _WINDOW)), has_kind=False) if joint else None
            if other is None:
                return
            name = other
            yield self._with_article(other)

    @staticmethod
    def _may_lead(word: str, later: list[re.Match[str]]) -> bool:
        """Tell whether a word that is no name may stand before one: an article, or what describes a word for an outlet's kind."""
        if re.fullmatch(_ARTICLE, word, re.IGNORECASE):
            return True
        if word in _PREPOSITIONS:
            return False
        if word in ("посол", "министр") or _JOURNALIST.fullmatch(word):
            return True
        return any(_KIND.fullmatch(token[0]) or _PRESS_SERVICE.match(token.string, token.start()) for token in later[:2])

    def _press_service(self, start: int, service: re.Match[str], end: int) -> _Name | None:
        ministry = _BODY.match(self.text, service.end(), end) if service["ru"] else None
        if ministry and ministry["ru"]:
            return _Name(f"пресс-служба {ministry[0]}", start, ministry.end())
        owners = _OWNERS.match(self.text, service.end(), end)
        if not owners:
            return None
        words = owners[0].split()
        while words and not words[-1][0].isupper():
            words.pop()
        if not words or not words[0][0].isupper():
            return None
        last = service.end() + len(" ".join(words))
        if service["ru"]:
            return _Name("пресс-служба " + self.text[service.end() : last], start, last)
        return _Name(self.text[start:last], start, last)

    def _quoted(self, start: int, end: int) -> _Name | None:
        closing = _QUOTES[self.text[start]]
        for at in range(start + 2, min(end, start + 62)):
            if self.text[at] in closing:
                inside = self.text[start + 1 : at]
                if inside[0].isupper() or inside[0].isdigit():
                    return _Name(self._canonical(inside), start, at + 1)
                return None
        return None

    def _plain(self, tokens: list[re.Match[str]], *, has_kind: bool) -> _Name | None:
        """Return the name without quotation marks that ``tokens`` begin with."""
        first = tokens[0]
        if domain := _DOMAIN.match(self.text, first.start()):
            return _Name(domain[0], first.start(), domain.end())
        run: list[re.Match[str]] = []
        for token in tokens[:_LONGEST_NAME_WORDS]:
            word = token[0]
            if run and token.start() > run[-1].end() + 1:
                break
            if not (word[0].isupper() or word[0].isdigit() or word in _JOINERS or word in _LOWER_CASE):
                break
            run.append(token)
        while run and (run[-1][0] in _JOINERS or run[-1][0].isdigit()) and not self._is_outlet(self._span(run)):
            run.pop()
        for length in range(len(run), 0, -1):
            name = self._span(run[:length])
            if run[length - 1][0] not in _JOINERS and self._is_outlet(name) and not self._is_two(name):
                bare = re.split(r"['’]", name)[0] if not self._lookup(name) and self._lookup(re.split(r"['’]", name)[0]) else name
                return _Name(self._canonical(bare), first.start(), run[length - 1].end())
        if has_kind and run and not _NO_OUTLET.search(self._span(run)) and _fold(self._span(run)) not in _PLACES:
            return _Name(self._span(run), first.start(), run[-1].end())
        return None

    def _span(self, run: list[re.Match[str]]) -> str:
        return self.text[run[0].start() : run[-1].end()]

    def _name_before(self, end: int, *, is_figure_ok: bool) -> _Name | None:
        """Return the name that ends before ``end``, word for its kind and day between them passed over."""
        begin = max(0, end - 100, self.text.rfind("\n", 0, end) + 1)
        before = self.text[begin:end].rstrip(" ,")
        if "баспасөз" in before and (service := _PRESS_SERVICE_AFTER.search(before)):
            words = service[0].split()
            while len(words) > 3 and words[0] in ("Бұл", "туралы"):
                words.pop(0)
            outlet = " ".join(words)
            return _Name(outlet, begin + before.rindex(outlet), begin + len(before))
        tokens = list(_TOKEN.finditer(before))
        has_kind = False
        while tokens:
            word = tokens[-1][0]
            if _KIND.fullmatch(word) and word.islower():
                has_kind = True
                tokens.pop()
            elif has_kind and word in _OF_KIND:
                tokens.pop()
            elif is_figure_ok and (of_day := _OF_DAY.search(before)) and tokens[-1].end() == len(before):
                before = before[: of_day.start()]
                tokens.pop()
            elif (
                is_figure_ok
                and _DIGIT.search(before, max(0, len(before) - 24))
                and (found := find_dates(before))
                and found[-1].end >= tokens[-1].end()
            ):
                is_figure_ok = False
                before = before[: found[-1].start].rstrip(" ,")
                tokens = list(_TOKEN.finditer(before))
            else:
                break
        if not tokens:
            return None
        if tokens[-1][0] in '»”“"’':
            return self._quoted_before(begin, before[: tokens[-1].end()])
        return self._plain_before(begin, before, tokens, has_kind=has_kind)

    def _quoted_before(self, begin: int, before: str) -> _Name | None:
        openings = [opening for opening, closing in _QUOTES.items() if before[-1] in closing]
        at = max(before.rfind(opening, max(0, len(before) - 62), len(before) - 1) for opening in openings)
        if at < 0 or not before[at + 1].isupper():
            return None
        inside = before[at + 1 : -1]
        start = at
        leading = before[:at].rstrip().rpartition(" ")[2]
        if _KIND.fullmatch(leading):
            start = at - 1 - len(leading)
        elif not self._is_outlet(inside) and not _KIND.match(self.text, begin + len(before) + 1):
            return None  # a ship, a party, a film
        return _Name(self._canonical(inside), begin + start, begin + len(before))

    def _plain_before(self, begin: int, before: str, tokens: list[re.Match[str]], *, has_kind: bool) -> _Name | None:
        bodies = [match for match in _BODY.finditer(before) if match.end() == tokens[-1].end()]
        if bodies and not bodies[-1]["ru"] and not _HEAD_OF.search(before[: bodies[-1].start()]):
            return _Name(bodies[-1][0], begin + bodies[-1].start(), begin + bodies[-1].end())
        for service in _PRESS_SERVICE.finditer(before):
            name = self._press_service(begin + service.start(), service, begin + len(before))
            if name and name.end == begin + tokens[-1].end():
                return self._with_article(name)
        # The longest name of an outlet; only then any name that has a word for an outlet's kind beside it.
        firsts = range(max(0, len(tokens) - _LONGEST_NAME_WORDS), len(tokens))
        for first, by_kind in [(first, False) for first in firsts] + [(first, True) for first in firsts]:
            run = tokens[first:]
            if not (run[0][0][0].isupper() or run[0][0] in _LOWER_CASE or _DOMAIN.fullmatch(run[0][0])) or run[0][0] in _OPENS_SENTENCE:
                continue
            if any(token[0][0] not in "'’&" and not token[0][0].isalnum() for token in run):
                continue
            name = before[run[0].start() : run[-1].end()]
            has_kind_before = first > 0 and _KIND.fullmatch(tokens[first - 1][0]) is not None
            stem = self._without_suffix(name)
            if by_kind:
                is_source = (has_kind or has_kind_before) and all(token[0][0].isupper() for token in run)
            else:
                is_source = self._is_outlet(stem) or _DOMAIN.fullmatch(stem) is not None
            if is_source:
                if _fold(stem.removeprefix("The ")) in _PLACES or stem in ("The", "Бұл"):
                    continue
                start = tokens[first - 1].start() if has_kind_before and not tokens[first - 1][0].isascii() else run[0].start()
                found = _Name(self._canonical(stem.removeprefix("The ")), begin + start, begin + run[-1].end())
                return self._with_article(found)
        return None

    def _with_kind_after(self, name: _Name) -> _Name:
        """Return ``name`` with the word for its kind that follows it: «Adyrna» порталы."""
        following = re.match(r" ([^\W\d_]{4,20})\b", self.text[name.end : name.end + 24])
        if (
            following
            and following[1].islower()
            and (following[1] in _WRITER_OF or (_KIND.fullmatch(following[1]) and not _RUSSIAN_KIND.match(following[1])))
        ):
            return _Name(name.outlet, name.start, name.end + following.end())
        return name

    def _with_article(self, name: _Name) -> _Name:
        """Return ``name`` with the article and the words for its kind that stand before it."""
        before = self.text[max(0, name.start - 60) : name.start]
        leading = _LEADING.search(before) if before.endswith(_ENDS_OF_LEADING) else None
        return _Name(name.outlet, name.start - len(leading[0]), name.end) if leading else name

    def _without_suffix(self, name: str) -> str:
        """Return a Turkish or Kazakh name without what its case adds."""
        if "’" in name or "'" in name:
            stem = re.sub(r"['’][^\W\d_]{1,5}$", "", name)
            if stem != name:
                return stem
        stem = next((name[: -len(case)] for case in _CASES_OF_KAZAKH if name.endswith(case) and self._lookup(name[: -len(case)])), name)
        return re.sub(r"(?<=Ajansı)(?:nın|na|nda)$", "", stem)

    def _is_outlet(self, name: str) -> bool:
        if self._lookup(name) or _DOMAIN.fullmatch(name) or _WRITTEN_AS_ONE.fullmatch(name):
            return True
        words = name.split()
        if len(words) < 2 or not (words[0][0].isupper() or words[0] in _LOWER_CASE):
            return False
        return any(_fold(word) in _MEDIA_WORDS for word in words) and all(word[0].isupper() or word in _JOINERS for word in words)

    def _is_two(self, name: str) -> bool:
        """Tell whether ``name`` is that of one outlet and that of another, and no name of its own: "Reuters and the Shore Times"."""
        first, joint, second = next((parts for word in ("and", "und", "et", "и") if (parts := name.partition(f" {word} "))[1]), (name, "", ""))
        return (
            bool(joint) and not self._lookup(name) and self._lookup(first) is not None and self._is_outlet(re.sub(r"^(?:the|der|die) ", "", second))
        )

    def _lookup(self, name: str) -> str | None:
        key = _fold(name)
        if found := self.known.get(key) or _KNOWN.get(key):
            return found
        if key in _SHORT:
            return _SHORT[key]
        key = key.removeprefix("the ").removeprefix("der ").removeprefix("die ").removeprefix("le ")
        if found := self.known.get(key) or _KNOWN.get(key):
            return found
        return _DECLINED.get(_stems(name))

    def _canonical(self, name: str) -> str:
        """Return the name of an outlet in the nominative, as far as that is known."""
        key = _fold(name)
        if key in self.known:
            return self.known[key]
        if key in _KNOWN:
            return name
        if key in _SHORT:
            return _SHORT[key]
        bare = re.sub(r"^(?:[Tt]he|[Dd]er|[Dd]ie) ", "", name)
        return _DECLINED.get(_stems(bare)) or bare

    # Dates.

    def _whole_date(self, when: str) -> tuple[str | None, str | None] | None:
        """Return the EDTF date that ``when`` consists of, and its basis; (None, None) for a day whose year is not to be known.

        None if it is no date.
        """
        if when not in self._days:
            if len(self._days) >= _MOST_REMEMBERED:
                self._days.clear()
            self._days[when] = self._read_date(when)
        return self._days[when]

    def _read_date(self, when: str) -> tuple[str | None, str | None] | None:
        when = when.strip(" .")
        found = find_dates(when)
        if found and found[0].start == 0 and found[0].end >= len(when.rstrip(" .")) - 1 and not found[0].is_ambiguous:
            return found[0].readings[0], "stated"
        if _YEAR.fullmatch(when):
            return when, "stated"
        day = _DAY_WITHOUT_YEAR.fullmatch(when)
        if not day:
            return None
        printed = when[: len(when) - len(day["more"])]
        for year in range(self.day.year, self.day.year - 5, -1) if self.day else (2000,):
            dates = find_dates(f"{printed}, {year}") or find_dates(f"{printed} {year}")
            if not dates or len(dates[0].readings[0]) < 10:
                continue
            if self.day is None:
                return None, None
            if dates[0].readings[0] <= self.day.isoformat():
                return dates[0].readings[0], "inferred"
        return None


_CASE_ENDING = Pattern(r"(?:ой|ая|ую|ый|ого|ому|ом|ым|ые|ых|ами|ам|ах|ов|а|у|е|и|ы|ъ|ь|я|ю|en|es|er|s|e)$")


@lru_cache(_MOST_REMEMBERED)
def _stems(name: str) -> tuple[str, ...]:
    """Return the words of a name in Cyrillic or German without the endings of their cases."""
    return tuple(_CASE_ENDING.sub("", word) for word in _fold(name).split())


_DECLINED = {_stems(name): name for name in sorted(_OUTLETS, reverse=True) if not name.isascii() or " " in name}
