"""Which names are those of outlets: known ones in whatever case they stand, sites, and names that only outlets have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from articles.ingest.sources.kinds import DOMAIN
from articles.ingest.vocabulary import listed
from kzarchive.patterns import Pattern
from kzarchive.text import fold

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
LOWER_CASE = {name for name in _OUTLETS if name[0].islower()}
LONGEST_NAME_WORDS = 7

# Words that only outlets have in their names.
_MEDIA_WORDS = frozenset(
    fold(word)
    for word in listed(
        """Times|News|Newspaper|Post|Press|Agency|Daily|Weekly|Herald|Tribune|Observer|Gazette|Courier|Chronicle|Radio|TV|Broadcasting|Pravda
        |Новости|Агентство|Газета|Правда|Вестник|Известия|Радио|Zeitung|Nachrichten|Presse|Rundfunk|Kurier|Tageblatt|Ajansı|Haber|Gazetesi
        |Gazeta|Radiosy|Радиосы|Quotidien|Dépêche|Gazete|Journal|Today|Live|Online|Media"""
    )
)
# Short names by which outlets with an article are called behind a preposition: "au Monde".
_SHORT = {"monde": "Le Monde", "parisien": "Le Parisien", "temps": "Le Temps"}
_CASES_OF_KAZAKH = ("ның", "нің", "дың", "дің", "тың", "тің", "дан", "ден", "тан", "тен", "қа", "ке", "ға", "ге", "на", "не", "да", "де", "та", "те")
JOINERS = frozenset({"of", "the", "and", "&", "de", "la", "du", "für", "und", "и"})
# Names of agencies and sites are written as one word with a capital inside: "KazPress", "ДалаАқпарат".
_WRITTEN_AS_ONE = Pattern(
    r"[A-ZА-ЯӘІҢҒҮҰҚӨҺ][a-zа-яәіңғүұқөһ]{2,14}(?:News|Press|Info|Inform|Form|Media|Times|Wire|TAG|Ақпарат|Информ|Пресс|Медиа|Новости|ТАГ|Инфо)"
    r"|[A-ZА-ЯӘІҢҒҮҰҚӨҺ][a-zа-яәіңғүұқөһ]{2,9}(?:inform|информ)"
)

_CASE_ENDING = Pattern(r"(?:ой|ая|ую|ый|ого|ому|ом|ым|ые|ых|ами|ам|ах|ов|а|у|е|и|ы|ъ|ь|я|ю|en|es|er|s|e)$")
_SUFFIX = Pattern(r"['’][^\W\d_]{1,5}$")
_SUFFIX_OF_AGENCY = Pattern(r"(?<=Ajansı)(?:nın|na|nda)$")
_ARTICLE_OF_NAME = Pattern(r"^(?:[Tt]he|[Dd]er|[Dd]ie) ")
_MOST_REMEMBERED = 2048
FOLDED = lru_cache(_MOST_REMEMBERED)(fold)  # a text that names sources names the same ones again and again


@lru_cache(_MOST_REMEMBERED)
def _stem(word: str) -> str:
    """Return a folded word in Cyrillic or German without the ending of its case."""
    return _CASE_ENDING.sub("", word)


_DECLINED = {tuple(map(_stem, fold(name).split())): name for name in sorted(_OUTLETS, reverse=True) if not name.isascii() or " " in name}
_FIRST_STEMS = frozenset(stems[0] for stems in _DECLINED)


def is_outlet(name: str) -> bool:
    """Tell whether ``name`` is one of the agencies, papers and stations that are known by name."""
    return fold(name) in _KNOWN


class Outlets:
    """The outlets known by name: ours, and those of ``known``, by their folded names with the name that they are given."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known
        self._judged: dict[str, bool] = {}

    def has(self, name: str) -> bool:
        """Tell whether ``name`` is an outlet's, known or made as only theirs are."""
        judged = self._judged.get(name)
        if judged is None:
            if len(self._judged) >= _MOST_REMEMBERED:
                self._judged.clear()
            judged = self._judged[name] = self._judge(name)
        return judged

    def _judge(self, name: str) -> bool:
        if self.lookup(name) or ("." in name and DOMAIN.fullmatch(name)):
            return True
        words = name.split()
        if len(words) < 2:
            return _WRITTEN_AS_ONE.fullmatch(name) is not None
        if not all(word[0].isupper() or word in JOINERS for word in words) or not (words[0][0].isupper() or words[0] in LOWER_CASE):
            return False
        return any(FOLDED(word) in _MEDIA_WORDS for word in words)

    def is_two(self, name: str) -> bool:
        """Tell whether ``name`` is that of one outlet and that of another, and no name of its own: "Reuters and the Shore Times"."""
        first, joint, second = next((parts for word in ("and", "und", "et", "и") if (parts := name.partition(f" {word} "))[1]), (name, "", ""))
        return bool(joint) and not self.lookup(name) and self.lookup(first) is not None and self.has(re.sub(r"^(?:the|der|die) ", "", second))

    def lookup(self, name: str) -> str | None:
        """Return the outlet that ``name`` is known for, in whatever case it stands; None if it is not known."""
        whole = FOLDED(name)
        if found := self.known.get(whole) or _KNOWN.get(whole):
            return found
        if whole in _SHORT:
            return _SHORT[whole]
        key = whole.removeprefix("the ").removeprefix("der ").removeprefix("die ").removeprefix("le ")
        if key != whole and (found := self.known.get(key) or _KNOWN.get(key)):
            return found
        return _nominative(whole)

    def canonical(self, name: str) -> str:
        """Return the name of an outlet in the nominative, as far as that is known."""
        key = FOLDED(name)
        if key in self.known:
            return self.known[key]
        if key in _KNOWN:
            return name
        if key in _SHORT:
            return _SHORT[key]
        bare = _ARTICLE_OF_NAME.sub("", name)
        return _nominative(FOLDED(bare)) or bare

    def without_suffix(self, name: str) -> str:
        """Return a Turkish or Kazakh name without what its case adds."""
        if "’" in name or "'" in name:
            stem = _SUFFIX.sub("", name)
            if stem != name:
                return stem
        if name.endswith(_CASES_OF_KAZAKH):
            name = next((name[: -len(case)] for case in _CASES_OF_KAZAKH if name.endswith(case) and self.lookup(name[: -len(case)])), name)
        return _SUFFIX_OF_AGENCY.sub("", name) if "Ajansı" in name else name


def _nominative(folded: str) -> str | None:
    """Return the outlet of several words, or in letters beyond ASCII, of which ``folded`` is a declined form."""
    words = folded.split()
    return _DECLINED.get(tuple(map(_stem, words))) if words and _stem(words[0]) in _FIRST_STEMS else None
