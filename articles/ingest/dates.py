"""Dates as captures print them: words or figures, with weekday and time, and the two readings of 05/02/2014."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from kzarchive.patterns import Pattern, ignoring_case

# The months in the languages of the archive, in the forms that stand after a day (Russian: genitive) and alone.
_MONTHS_BY_LANGUAGE = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "қаңтары ақпаны наурызы сәуірі мамыры маусымы шілдесі тамызы қыркүйегі қазаны қарашасы желтоқсаны",
    "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел",
    "qañtar aqpan nauryz säuır mamyr mausym şılde tamyz qyrküiek qazan qaraşa jeltoqsan",
    "qantar aqpan nauryz sәuir mamyr mausym shilde tamyz qyrkýiek qazan qarasha jeltoqsan",
    "qańtar aqpan naýryz sáýir mamyr maýsym shilde tamyz qyrkúıek qazan qarasha jeltoqsan",
    # In the Arabic letters in which Kazakh is written in China, and by some sites of Kazakhstan beside their own.
    "قاڭتار اقپان ناۋرىز ساۋىر مامىر ماۋسىم شىلدە تامىز قىركۇيەك قازان قاراشا جەلتوقسان",
    "jan feb mär apr mai jun jul aug sep okt nov dez",
    "janv fév mar avr mai jun juil aoû sep oct nov déc",
    "oca şub mar nis may haz tem ağu eyl eki kas ara",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
    # In the forms that stand after a day: sites of other countries that print texts in a language of the archive.
    "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "ian feb mar apr mai iun iul aug sep oct noi dec",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
)
_MONTHS = {
    name: number for language in _MONTHS_BY_LANGUAGE for number, name in enumerate(language.split(), start=1)
} | {"sept": 9, "févr": 2, "juil": 7, "jänner": 1, "ءساۋىر": 4}  # fmt: skip
_WEEKDAYS_BY_LANGUAGE = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "mon tue wed thu fri sat sun",
    "понедельник вторник среда четверг пятница суббота воскресенье",
    "пн вт ср чт пт сб вс",
    "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі",
    "dýysenbi seysenbi sәrsenbi beysenbi júma senbi jeksenbi",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "понеділок вівторок середа четвер п’ятниця субота неділя",
    "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "luni marți miercuri joi vineri sâmbătă duminică",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
    "δευ τρι τετ πεμ παρ σαβ κυρ",
)
_WEEKDAYS = {
    name: number for language in _WEEKDAYS_BY_LANGUAGE for number, name in enumerate(language.split())
} | {"tues": 1, "thurs": 3}  # fmt: skip

_MONTHS_ALIKE = {ignoring_case(name): number for name, number in _MONTHS.items()}
_WEEKDAYS_ALIKE = {ignoring_case(name): number for name, number in _WEEKDAYS.items()}

_LETTERS = r"[^\W\d_]"
_WEEKDAY = rf"(?P<weekday>{'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})\b\.?\s?,?\s{{1,3}}"
_WEEKDAY_AFTER = rf",?\s{{1,3}}\(?(?P<weekday_after>{'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})\b\)?"
# The hour may be glued to it, or the day once more.
_YEAR = (
    r"(?P<{0}>(?:19|20)[0-9]{{2}})"
    r"(?:(?![0-9])|(?=[0-9]{{1,2}}:[0-9]{{2}}\s?[AP]M\b)|(?=[0-9]{{1,2}}\s\w{{3,9}}\.?\s(?:19|20)[0-9]{{2}}(?![0-9])))"
)
MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
# A template without blanks glues a date to the word before it: "HalvorsenMarch 5, 2019".
_MONTH_IN_CAPITALS = "JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
_BORDER = (
    r"(?:(?<!\w)|(?<=(?-i:[a-zа-яё0-9]))(?=(?-i:[A-ZА-ЯЁ]))"
    rf"|(?<=(?-i:[A-Z]))(?=(?-i:(?:{_MONTH_IN_CAPITALS})\s[0-9]))|(?<=[0-9]:[0-9][0-9])(?=[0-9]{{2}}[./])"
    rf"|(?<=(?-i:[a-zа-яёәіңғүұқөһ]))(?=[0-9]{{1,2}}\s(?:{MONTH})\s(?:19|20)[0-9]{{2}}))"
)
_DATE = Pattern(
    rf"{_BORDER}(?:{_WEEKDAY})?(?:"
    rf"(?P<iso>(?<![0-9][/.-]){_YEAR.format('y1')}-(?P<m1>[0-9]{{2}})(?:-(?P<d1>[0-9]{{2}}))?(?!-?[0-9]))"
    rf"|(?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th|er|\.|,(?=\s\w{{3,9}},\s))?\s{{0,3}}(?:of\s|de\s)?(?P<m2>{MONTH})\b\.?(?:\s?,)?\s{{0,3}}(?:de\s)?{_YEAR.format('y2')}"
    rf"|(?P<m3>{MONTH})\b[.,]?\s{{1,3}}(?P<d3>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:\s?,|/)?\s{{0,3}}{_YEAR.format('y3')}"
    rf"|(?P<d9>[0-9]{{1,2}})-(?P<m9>{MONTH})-{_YEAR.format('y9')}"
    rf"|(?P<d10>[0-9]{{1,2}})-(?P<m10>{MONTH})-(?P<y10>[0-9]{{2}})(?![0-9-])"
    rf"|(?P<n1>[0-9]{{1,2}})(?P<sign>[./-]|\s\|\s)(?:(?<=\.)\s)?(?P<n2>[0-9]{{1,2}})(?P=sign)(?:(?<=\.)\s)?{_YEAR.format('y4')}"
    rf"|(?<![0-9./-]){_YEAR.format('y8')}(?P<big>[./])(?:(?<=\.)\s)?(?P<m8>[0-9]{{1,2}})(?P=big)(?:(?<=\.)\s)?(?P<d8>[0-9]{{1,2}})(?![0-9]|[./-][0-9])"
    rf"|(?P<t1>[0-9]{{1,2}})/(?P<t2>[0-9]{{1,2}})/(?P<t3>[0-9]{{2}})(?![0-9/])"
    rf"|{_YEAR.format('y6')}\s(?:жылғы|жылдың|жылы|ж\.|jylğy|jyldyñ|jyly)\s(?P<d6>[0-9]{{1,2}})\s(?P<m6>{MONTH})(?:да|де|та|те)?\b"
    rf"|{_YEAR.format('y0')}\s(?:жыл|жылғы|жылдың|ж\.),?\s(?P<m0>{MONTH})\b"
    rf"|(?P<s1>[0-9]{{1,2}})\.(?P<s2>[0-9]{{2}})\.(?P<s3>[0-9]{{2}})(?![0-9.])"
    rf"|(?P<m7>{MONTH})\b[.,]?\s{{1,3}}(?P<d7>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s[’'‘](?P<y7>[0-9]{{2}})(?!\w)"
    rf"|{_YEAR.format('y11')}\s(?P<m11>{MONTH})\s(?P<d11>[0-9]{{1,2}})(?![0-9])"
    rf"|(?P<m5>{MONTH})\b\.?,?\s{{1,3}}{_YEAR.format('y5')}"
    rf")(?:\s?(?:г(?:ода|\.)?|ж\.|жылы?|jyly?)(?!\w))?(?:{_WEEKDAY_AFTER})?",
    re.IGNORECASE,
)
_BEGIN_OF_RANGE = Pattern(rf"(?<![:0-9])[0-9]{{1,2}}(?:\s(?:{MONTH}))?\s?[-–—]\s?$", re.IGNORECASE)  # "12–14 March 2016": the days of an event
_OTHER_MONTH = Pattern(rf"(?<![^\W\d_])(?:{MONTH})\s?[/–—-]\s?$", re.IGNORECASE)  # "January/February 2018": an issue of two months
_NUMBER_BEFORE = Pattern(r"(?:\bn[úu]m\.|\bno\.|\bnr\.|№|\bn[°º]|\bissue|\bsayı:?|\bвып(?:уск|\.))\s?$", re.IGNORECASE)
_HAS_YEAR = Pattern(
    r"(?:19|20)[0-9]{2}|[0-9]\.[0-9]{2}\.[0-9]{2}|[0-9]/[0-9]{1,2}/[0-9]{2}|\s[’'‘][0-9]{2}(?!\w)|[0-9]-[^\W\d_]{3,9}-[0-9]{2}"
)  # tells most lines apart at little cost
_TIME = Pattern(
    r"(?:[T,]|\s[-–|/])?\s{0,3}(?:(?:at|в|um|à|saat|сағат|saghat|saǵat)\s)?[0-9]{1,2}[:.h][0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?"
    r"(?:\s?[ap]\.?m\b\.?)?(?:\s?Uhr\b)?(?:\s(?:clock|o[’']clock)\b)?(?:\s?\|?\s?(?:Z|GMT|UTC|MSK|МСК|ALMT|CES?T|BST|EES?T|[ECP][SD]T)\b)?(?:\s?[+-][0-9]{1,2}(?::?[0-9]{2})?)?(?!\w)",
    re.IGNORECASE,
)
_SLASHED = Pattern(r"(?<![0-9/])([0-9]{1,2})([/-])([0-9]{1,2})\2(?:19|20)[0-9]{2}(?![0-9/])")
_MOMENT = Pattern(r"([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ].{0,40})?|([0-9]{4})(?:-([0-9]{2}))?")


@dataclass(frozen=True)
class PrintedDate:
    """A date as it stands in a text: where (half-open, time of day included), and what it can mean.

    ``readings`` has one EDTF text, or two where day and month could change places (day first, month first).
    ``weekday`` is the weekday printed beside it (Monday 0).
    """

    start: int
    end: int
    readings: tuple[str, ...]
    weekday: int | None = None

    @property
    def is_ambiguous(self) -> bool:
        return len(self.readings) > 1


LEAST_DAYS_TO_VISIT = 60  # between the day of a text and a later one in the head, which is then that on which the page was looked at


def find_dates(text: str) -> list[PrintedDate]:
    """Return the dates printed in ``text``, in order. Days that no calendar has are passed over."""
    found: list[PrintedDate] = []
    if not _HAS_YEAR.search(text):
        return found
    for match in _DATE.finditer(text):
        readings = _readings(match)
        if not readings or (match["d2"] and _BEGIN_OF_RANGE.search(text, max(0, match.start() - 20), match.start())):
            continue
        numbered = _NUMBER_BEFORE.search(text, max(0, match.start() - 10), match.start()) if match["d2"] else None
        if numbered and not match["weekday"]:  # "No. 12, May, 2009": the number of an issue, and its month
            found.append(PrintedDate(match.start("m2"), match.end(), (_edtf(int(match["y2"]), _month(match["m2"]), None),)))
            continue
        two_months = _OTHER_MONTH.search(text, max(0, match.start() - 14), match.start()) if match["m5"] else None
        if two_months:
            found.append(PrintedDate(two_months.start(), match.end(), (match["y5"],)))
            continue
        weekday = match["weekday"] or match["weekday_after"]
        time = _TIME.match(text, match.end())
        number = _WEEKDAYS_ALIKE[ignoring_case(weekday)] if weekday else None
        if len(readings) > 1 and number is not None:
            readings = tuple(reading for reading in readings if weekday_of(reading) == number) or readings
        found.append(PrintedDate(match.start(), time.end() if time else match.end(), readings, number))
    return found


_RELATIVE = Pattern(
    r"(?:previous|last) (?:day|week|month)$|"
    r"(?:(?-i:[A-ZА-ЯЁ])[^0-9]{2,30}?)?[0-9]{1,2}:[0-9]{2}\s[-–—]\s(?:вчера|сегодня|yesterday|today|кеше|бүгін)$|"
    r"(?:вчера|сегодня|yesterday|today|gestern|heute|hier|aujourd[’']hui|dün|bugün|кеше|бүгін)\b[\s,]{0,3}(?:(?:at|в|um|à|saat|сағат)\s)?"
    r"(?:[0-9]{1,2}[:.h][0-9]{2}(?:\s?[ap]m)?(?:\sUhr)?)?$|"
    r"(?:(?-i:[A-ZА-ЯЁ])[^0-9]{2,30}?)?(?:[0-9]{1,2}|(?<![^\W_])an?)\s(?:min(?:ute)?s?|hours?|days?|weeks?|months?)\sago$|[0-9]{1,2}\syears?\sago$|"
    r"[0-9]{1,2}\s(?:минут\w*|час\w*|дн\w+|день|год\w*|лет|месяц\w*)\sназад$|"
    r"vor\s[0-9]{1,2}\s(?:Minuten|Stunden?|Tagen?)$|il y a\s[0-9]{1,2}\s(?:minutes?|heures?|jours?)$|"
    r"(?:[^\W\d_]{3,14}\s[-–]\s)?[0-9]{1,2}\s(?:dakika|saat|gün|hafta|ay|yıl)\sönce$|[0-9]{1,2}\s(?:минут|сағат|күн)\sбұрын$",
    re.IGNORECASE,
)


def is_whole_day(text: str) -> bool:
    """Tell whether ``text`` is one date from its first sign to its last."""
    days = find_dates(text)
    return len(days) == 1 and days[0].start == 0 and days[0].end == len(text)


def is_relative_date(line: str) -> bool:
    """Tell whether ``line`` is a date that counts from the day of reading ("yesterday, 18:05"), which no capture can settle."""
    return len(line) <= 40 and bool(_RELATIVE.match(line.strip()))


def read_moment(value: str) -> str | None:
    """Return the EDTF day (month, year) of a machine-readable date such as ``2018-09-03T08:15:00+06:00``, or None."""
    match = _MOMENT.fullmatch(value.strip()[:64])
    if not match:
        return None
    if match[4]:
        return _edtf(int(match[4]), int(match[5]) if match[5] else None, None)
    return _edtf(int(match[1]), int(match[2]), int(match[3]))


def weekday_of(edtf: str) -> int | None:
    """Return the weekday (Monday 0) of a full day, None for a month or a year."""
    return dt.date.fromisoformat(edtf).weekday() if len(edtf) == 10 else None


def find_weekday(text: str) -> int | None:
    """Return the weekday that ``text`` consists of, or None."""
    return _WEEKDAYS_ALIKE.get(ignoring_case(text.strip(" .,")))


def day_comes_first(text: str) -> bool | None:
    """Tell the order of dates in figures from those in ``text`` that have only one; None without any, or if they disagree."""
    orders = set()
    for match in _SLASHED.finditer(text):
        first, second = int(match[1]), int(match[3])
        if 12 < first <= 31 and 1 <= second <= 12:
            orders.add(True)
        elif 12 < second <= 31 and 1 <= first <= 12:
            orders.add(False)
    return orders.pop() if len(orders) == 1 else None


def _full_year(two_digits: str) -> int:
    """Return the year, from 1970 to 2069, of which only the last two digits are printed."""
    short = int(two_digits)
    return short + (1900 if short >= 70 else 2000)


def _readings(match: re.Match[str]) -> tuple[str, ...]:
    if match["iso"]:
        found = [_edtf(int(match["y1"]), int(match["m1"]), int(match["d1"]) if match["d1"] else None)]
    elif match["d2"]:
        found = [_edtf(int(match["y2"]), _month(match["m2"]), int(match["d2"]))]
    elif match["d9"]:
        found = [_edtf(int(match["y9"]), _month(match["m9"]), int(match["d9"]))]
    elif match["d3"]:
        found = [_edtf(int(match["y3"]), _month(match["m3"]), int(match["d3"]))]
    elif match["d11"]:
        found = [_edtf(int(match["y11"]), _month(match["m11"]), int(match["d11"]))]
    elif match["d6"]:
        found = [_edtf(int(match["y6"]), _month(match["m6"]), int(match["d6"]))]
    elif match["d10"]:
        found = [_edtf(_full_year(match["y10"]), _month(match["m10"]), int(match["d10"]))]
    elif match["m0"]:
        found = [_edtf(int(match["y0"]), _month(match["m0"]), None)]
    elif match["y8"]:  # the year first, and then the month wherever dates begin with it
        found = [_edtf(int(match["y8"]), int(match["m8"]), int(match["d8"]))]
    elif match["s1"]:
        # A year of two figures: the archive's texts begin in the nineties. Full stops put the day first.
        found = [_edtf(_full_year(match["s3"]), int(match["s2"]), int(match["s1"]))]
    elif match["t1"]:
        first, second, year = int(match["t1"]), int(match["t2"]), _full_year(match["t3"])
        found = [_edtf(year, second, first)] + ([_edtf(year, first, second)] if first != second else [])
    elif match["m7"]:
        found = [_edtf(_full_year(match["y7"]), _month(match["m7"]), int(match["d7"]))]
    elif match["m5"]:
        found = [_edtf(int(match["y5"]), _month(match["m5"]), None)]
    else:
        first, second, year = int(match["n1"]), int(match["n2"]), int(match["y4"])
        found = [_edtf(year, second, first)]
        # With full stops the day comes first wherever such dates are written.
        if first != second and (match["sign"] != "." or not found[0]):  # "09.14.2016", as some papers of America write
            found.append(_edtf(year, first, second))
    return tuple(reading for reading in found if reading)


def _month(name: str) -> int:
    return _MONTHS_ALIKE[ignoring_case(name)]


def _edtf(year: int, month: int | None, day: int | None) -> str | None:
    try:
        dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    if month == 0 or day == 0:
        return None
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
