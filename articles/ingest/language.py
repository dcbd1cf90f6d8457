"""Which language a text is written in: by script and by words of our own choice."""

from __future__ import annotations

import re
from collections import Counter

from kzarchive.patterns import Pattern

# Words that hold sentences together, and that few of the other languages share.
_FUNCTION_WORDS = {
    "en": "the of and to in that is was for with as by on from its has have are be it which not this at their were an had would will",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat dass sie nach wird bei",
    "fr": "le la les de des du et à en un une est dans que qui pour sur par au aux avec pas plus ne se son sont cette ce ont été",
    "es": "el la los las de del y en que un una es por con para su se como más al lo ha sus entre sobre este también fue pero",
    "it": "il lo la i gli le di del della e in che un una è per con non si da al come più anche dei nel sono alla ha ma",
    "tr": "ve bir bu ile için da de olarak olan daha çok gibi kadar sonra ise en ancak tarafından arasında oldu ediyor iki göre her "
    "üzere olduğunu ettiği edecek dedi söyledi belirtti kaydetti ilgili yönelik bugün yarın bulunan yapılan",
    "uz": "va bilan uchun bu bir ham bo‘yicha bo'yicha haqida deb edi bo‘lgan bo'lgan o‘z o'z ushbu mumkin kerak davlat emas qilish lozim "
    "qildi qilgan olib kuni yili yilda barcha bunday hamda",
    "ru": "и в не на что с по как это из к для от за его но о а у также был была было были при или его она они который если до уже между "
    "во со после их ее её так чтобы этого том этом году лет под без там все где мы он однако",
    "uk": "та й що із зі це від його її їх їхній але або також був була було були про чи вже між під після яка який яке які цього років року щоб "
    "тому він вона вони лише ще через",
    "be": "ў што са гэта як ад яго яе іх таксама быў была былі пра пры ці ўжо паміж пад пасля якая які якія гэтага гадоў каб таму будзе ён яна яны "
    "толькі яшчэ праз",
    "kk": "және мен бен пен үшін бұл бір деп осы туралы бойынша еді бар ол да де жаңа ғана болып болды емес керек арқылы сондай-ақ",
    "kk-Latn": "jäne men ben pen üşın būl bır dep osy turaly boiynşa edı bar ol da de jaña bolyp boldy emes kerek arqyly üş eken ğana edi "
    "jáne jәne úshin ýshin bul boıynsha boyynsha jańa jana janga ǵana ghana bolǵan bolghan dep emes sondaı sonday eki óz búl sol keıin keyin",
    "ky": "жана менен үчүн бул бир деп ошол боюнча тууралуу эле бар ал да де жаңы болуп болгон эмес керек аркылуу ошондой",
    "uz-Cyrl": "ва билан учун бу бир ҳам бўйича ҳақида деб эди бўлган ўз ушбу мумкин керак давлат эмас қилиш лозим",
}  # fmt: skip
_SETS = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_CYRILLIC = frozenset({"ru", "uk", "be", "kk", "ky", "uz-Cyrl"})
# Letters that settle what shared words leave open.
# Without one of these the others may be another language's: Turkish ones, Ukrainian ones.
_SURE_LETTERS = {"kk-Latn": frozenset("ūñäńǵә"), "kk": frozenset("әғқңөұүһ"), "uk": frozenset("їєґ"), "be": frozenset("ў")}
_OWN_LETTERS = {"kk": "әғқұһі", "kk-Latn": "ūğñäışńǵә", "tr": "ğışç", "ky": "өүң", "uz-Cyrl": "ҳқғ", "uk": "іїєґ", "be": "іў"}
_WORDS = Pattern(r"[^\W\d_]+(?:[-'’‘ʻ][^\W\d_]+)*")
_SAMPLE_CHARACTERS = 60_000
_LEAST_HITS = 5
# In a short text fewer will do, where no other language has any, or none half as many.
_LEAST_WORDS_ALONE = 12
_LEAST_HITS_ALONE = 3
_LEAST_SHARE_ALONE = 0.15
_MOST_SHARE_BESIDE = 0.02
_LEAST_WORDS_OF_PASSAGE = 15
_BEGIN_OF_BLOCK = 800  # characters: a paragraph is in one language
_LEAST_SHARE = 0.10
_LEAST_LEAD = 1.25
_HINT_LEAST_SHARE = 0.05


def detect_language(text: str, *, hint: str | None = None) -> str | None:
    """Return the language of ``text`` as a BCP 47 tag, or None below clear evidence.

    ``hint`` (a page's ``lang``) is only heard where the text alone does not settle it and does not speak against it.
    """
    words = _WORDS.findall(text[:_SAMPLE_CHARACTERS].lower())
    if not words:
        return None
    counts = Counter(words)
    is_cyrillic = _is_cyrillic(text)
    letters = frozenset("".join(counts))
    shares = {}
    for language, function_words in _SETS.items():
        if (language in _CYRILLIC) == is_cyrillic:
            hits = sum(map(counts.__getitem__, function_words.intersection(counts)))
            bonus = _letter_bonus(language, counts, letters, len(words))
            shares[language] = (hits / len(words) + bonus, hits + int(bonus * len(words)))
    ranked = sorted(shares, key=lambda language: shares[language], reverse=True)
    best, second = ranked[0], ranked[1]
    share, hits = shares[best]
    if len(words) >= _LEAST_WORDS_ALONE and hits >= _LEAST_HITS_ALONE:
        if share >= _LEAST_SHARE_ALONE and shares[second][0] <= _MOST_SHARE_BESIDE:
            return best
        if share >= 2 * max(_LEAST_SHARE, shares[second][0]):
            return best
    if hits >= _LEAST_HITS and share >= _LEAST_SHARE and share >= _LEAST_LEAD * shares[second][0]:
        return best
    hinted = (hint or "").split("-")[0].split("_")[0].lower()
    if hinted == best.split("-")[0] and share >= _HINT_LEAST_SHARE:
        return best
    return None


def count_function_words(text: str, language: str) -> int:
    """Return how many words of ``text`` are function words of ``language``, a tag; 0 for a language of which none are known."""
    words = _WORDS.findall(text.replace("İ", "i").lower())
    return sum(word in _SETS.get(language, ()) for word in words)


def likest_language(text: str) -> str:
    """Return the language that most of the words of ``text``, be it one line, are function words of: a guess, of use beside another line only."""
    return max(_SETS, key=lambda language: count_function_words(text, language))


def find_passages(blocks: list[str], language: str | None) -> dict[str, list[str]]:
    """Return the blocks of a text that are in another language than ``language``, by that language; none where its own is not known."""
    found: dict[str, list[str]] = {}
    if language:
        for block in blocks:
            begin = block[:_BEGIN_OF_BLOCK]
            if len(begin.split()) >= _LEAST_WORDS_OF_PASSAGE and (other := detect_language(begin)) not in (None, language):
                found.setdefault(other, []).append(block)
    return found


def _is_cyrillic(text: str) -> bool:
    sample = text[:_SAMPLE_CHARACTERS]
    return len(re.findall("[а-яА-ЯёЁәғқңөұүһіїєґўҳ]", sample)) > len(re.findall("[a-zA-Z]", sample))


def _letter_bonus(language: str, counts: Counter[str], letters: frozenset[str], total: int) -> float:
    own = letters.intersection(_OWN_LETTERS.get(language, ()))
    if not own or (language in _SURE_LETTERS and letters.isdisjoint(_SURE_LETTERS[language])):
        return 0.0
    return sum(count for word, count in counts.items() if not own.isdisjoint(word)) / total / 2
