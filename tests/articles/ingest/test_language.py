"""The language of a text."""

import pytest

from articles.ingest.language import detect_language, find_passages

TEXTS = {
    "en": "The road to the border was built by the ministry in two years, and it is not yet clear who will pay for it.",
    "de": "Die Straße zur Grenze wurde von dem Ministerium in zwei Jahren gebaut, und es ist noch nicht klar, wer sie bezahlt.",
    "fr": "La route de la frontière a été construite en deux ans par le ministère, et on ne sait pas qui va la payer dans ce cas.",
    "es": "La carretera de la frontera fue construida por el ministerio en dos años, y no se sabe quién la va a pagar.",
    "it": "La strada per il confine è stata costruita in due anni dal ministero, e non si sa ancora chi la pagherà.",
    "tr": "Sınıra giden yol bakanlık tarafından iki yıl içinde yapıldı ve bu yol için kimin ödeme yapacağı daha belli olmadı.",
    "uz": "Chegaraga boradigan yo‘l ikki yilda qurilgan va bu yo‘l uchun kim pul to‘lashi haqida hali ham aniq gap bo‘lgan emas.",
    "ru": "Дорогу к границе министерство построило за два года, и до сих пор не ясно, кто за нее заплатит и как это будет сделано.",
    "uk": "Дорогу до кордону міністерство побудувало за два роки, і досі не ясно, хто за неї заплатить та як це зробить, але про це вже говорять.",
    "be": "Дарогу да мяжы міністэрства пабудавала за два гады, і да гэтага часу не ясна, хто за яе заплаціць і як гэта будзе зроблена.",
    "kk": "Шекараға баратын жолды министрлік екі жылда салды және бұл жол үшін кім төлейтіні туралы әлі де белгілі болған емес.",
    "ky": "Чек арага барган жолду министрлик эки жылда курду жана бул жол үчүн ким төлөй турганы тууралуу дагы эле белгисиз бойдон.",
    "uz-Cyrl": "Чегарага борадиган йўл икки йилда қурилган ва бу йўл учун ким пул тўлаши ҳақида ҳали ҳам аниқ гап бўлган эмас.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_is_known_by_its_script_and_small_words(language):
    assert detect_language(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "Astana", "1 2 3", "Kazakhstan Uzbekistan Kyrgyzstan Tajikistan Turkmenistan", "Да. Нет."])
def test_below_clear_evidence_there_is_no_language(text):
    assert detect_language(text) is None


def test_a_passage_in_another_script_is_found_in_either_language():
    assert find_passages([TEXTS["en"], TEXTS["en"], TEXTS["ru"]], "en") == {"ru": [TEXTS["ru"]]}
    assert find_passages([TEXTS["ru"], TEXTS["uk"], TEXTS["kk"]], "ru") == {"uk": [TEXTS["uk"]], "kk": [TEXTS["kk"]]}


def test_a_page_may_tip_the_scales_and_not_overrule_them():
    short = "The page of the road."

    assert (detect_language(short), detect_language(short, hint="en-GB")) == (None, "en")
    assert detect_language(TEXTS["de"], hint="en") == "de"
