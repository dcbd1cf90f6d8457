"""What publishers, reprinters and sites say below a text, told by its words: whose views it gives, where it was printed first; pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from articles.ingest.calls import asks_readers
from articles.ingest.statements.rights import read_rights
from kzarchive.patterns import Pattern

MOST_WORDS_OF_NOTE = 70
_MOST_WORDS_OF_IMPRINT = 130
_NEAR_THE_BEGINNING = 140

# Whose views these are: a word for views near the beginning, one for whose they are, one for what parts them from the publisher's.
_VIEWS = Pattern(
    r"(?<!\w)(?:views?|opinions?|ansichten|meinung(?:en)?|auffassung(?:en)?|standpunkte?|propos|points? de vue|avis|мнени\w+|"
    r"точк\w+ зрения|взгляд\w*|пікір\w*|көзқарас\w*|ой-пікір\w*|görüş\w*|fikirler\w*|düşünceler\w*|pıkır\w*)(?!\w)",
    re.I,
)
_WHOSE = Pattern(
    r"(?<!\w)(?:authors?|writers?|contributors?|editors?|editorial|institut\w*|organi[sz]ation\w*|publishers?|publication|journal|magazine|"
    r"employers?|cent(?:er|re)|school|autor\w*|verfasser\w*|redaktion\w*|herausgeber\w*|auteur\w*|rédaction|éditeur\w*|автор\w*|редакци\w+|"
    r"издани\w+|организаци\w+|центр\w*|фонд\w*|yazar\w*|kurum\w*|merkez\w*|dergi\w*|gazete\w*|yayın\w*|editör\w*|avtor\w*|redaksi\w*)(?!\w)",
    re.I,
)
_PARTS_THEM = Pattern(
    r"(?<!\w)(?:necessarily|own|solely|alone|those of|do(?:es)? not|personal|responsib\w+|expressed|bind\w*|ausschließlich|allein\w*|"
    r"nicht|eigene\w*|n[’']engage\w*|reflèt\w*|représent\w*|propres?|может|могут|не обязательно|не отража\w+|не совпада\w+|личн\w+|"
    r"сәйкес|өзіне|жеке|bağlamaz\w*|yansıtm\w+|ait\w*|kendi\w*|temsil|sayılmaz)(?!\w)",
    re.I,
)


_ARE_HIS_OWN = Pattern(
    r"[.!?]\s(?:the )?(?:views?|opinions?) expressed (?:(?:here|herein|in this \w+) )?are (?:his|her|their|the author[’']s) own\.?$", re.I
)


# Of those whom the Union pays.
_REFLECTS_HIS_ALONE = Pattern(r"\b(?:content|publication|communication|document|text|page) reflects only the (?:authors?|views?)\b", re.I)


def parts_views(line: str) -> bool:
    """The sentence in which a publisher parts from what the author thinks, in whatever words and language it does."""
    if _ARE_HIS_OWN.search(line) or _REFLECTS_HIS_ALONE.search(line):  # behind who he is
        return True
    return bool(_VIEWS.search(line[:_NEAR_THE_BEGINNING]) and _WHOSE.search(line) and _PARTS_THEM.search(line))


def speaks_of_views(line: str) -> bool:
    """Tell whether ``line`` speaks of views or opinions, and of whose they are."""
    return bool(_VIEWS.search(line) and _WHOSE.search(line))


_A_TEXT = (
    r"(?:article|publication|text|piece|essay|commentary|post|op-ed|story|report|interview|analysis|column|work|paper|blog|brief|review|"
    r"translation|speech)"
)
_EIN_TEXT = r"(?:artikel|text|beitrag|interview|essay|kommentar|gespräch|aufsatz|bericht|analyse|rede|fassung)"
_UN_TEXTE = r"(?:article|texte|entretien|analyse|tribune|essai|interview|chronique|note|traduction|version)"
_ТЕКСТ = r"(?:стать\w+|материал\w*|текст\w*|интервью|обзор\w*|эссе|анализ\w*|колонк\w+|перевод\w*)"
_YAZI = r"(?:yazı|makale|metin|analiz|röportaj|söyleşi|haber|çeviri)"
_МӘТІН = r"(?:мақала|материал|мәтін|сұхбат|талдау)"
_REPUBLISHED = Pattern(
    r"[(*\[—–\->»→]{0,5}\s?(?:"
    rf"(?:this|the|an?|our) (?:[\w-]+ ){{0,4}}?{_A_TEXT}(?: [\w-]+){{0,3}}? (?:was |is |has been |were |have been )?(?:also )?"
    r"(?:first|originally|initially|previously) (?:published|appeared|posted|printed|released|written|commissioned)|"
    rf"the original (?:version )?(?:of (?:this|the) {_A_TEXT} )?(?:was|is|has been) (?:first )?(?:published|printed|posted)\b|"
    r"(?:it |which )?(?:was )?(?:first|originally|initially|previously) (?:published|appeared|posted|printed|released)\b|"
    rf"(?:this|the) (?:[\w-]+ ){{0,3}}?{_A_TEXT}(?: [\w-]+){{0,2}}? (?:is|was|has been) (?:being )?re-?(?:published|printed|posted|produced)\b|"
    r"(?:a|an) (?:\w+ )?version of (?:this|the) \w+ (?:was |has |also |first |originally ){0,3}(?:published|appeared)\b|"
    r"re-?(?:published|printed|posted|produced) (?:here )?(?:with|by|from|courtesy|under|in)\b|"
    rf"(?:dieser|dieses|diese|der|das|die) {_EIN_TEXT} (?:erschien|ist (?:zuerst|zunächst|erstmals|ursprünglich)|wurde (?:zuerst|zunächst|"
    r"erstmals|ursprünglich))|"
    r"(?:zuerst|zunächst|erstmals|ursprünglich) (?:erschienen|veröffentlicht|publiziert)|erstveröffentlich\w+|(?:nachdruck|wiederabdruck) (?:aus|"
    r"mit|von)\b|"
    r"mit freundlicher genehmigung|"
    rf"(?:cet|ce|cette|le|la|l[’']){{1}}\s?{_UN_TEXTE} (?:a|est) (?:été )?(?:d[’']abord |initialement |originellement )?(?:publiée?|parue?)\b|"
    rf"{_UN_TEXTE} (?:d[’']abord |initialement |originellement )?(?:publiée?|parue?) (?:d[’']abord |initialement )?(?:dans|sur|par|en|le)\b|"
    r"(?:d[’']abord|initialement|originellement) (?:publiée?|parue?)\b|première (?:publication|parution)|reprodui\w+ avec|"
    r"(?:re)?publiée? avec l[’'](?:aimable )?autorisation|"
    r"(?:впервые|первоначально|ранее|изначально) (?:был[аои]? )?(?:опубликован\w*|напечатан\w*|вышл?\w*)|перв(?:ая|ой) публикаци\w+|"
    rf"(?:эт\w+ |данн\w+ |оригинал )?{_ТЕКСТ} (?:был[аои]? )?(?:впервые |первоначально |изначально |ранее ){{0,2}}(?:опубликован\w*|вышл?а?|"
    r"перепечат\w+|публикуется)\b|"
    r"перепечат(?:ано|ывается|ка) (?:с|из|по|печатается)\b|(?:публикуется|печатается|перепечатывается) (?:с|по)\b|первоисточник\b|"
    rf"(?:бұл |осы )?{_МӘТІН}\w* (?:алғаш|бұрын|бастапқыда|түпнұсқа)|(?:алғаш|бастапқыда|тұңғыш)(?: рет)? .{{0,60}}(?:жарияланған|жарық көрген|"
    r"шыққан|басылған)|"
    r".{0,80}рұқсатымен (?:қайта )?(?:жарияланды|жарияланып|басылды|беріліп)|"
    rf"(?:bu |ilk ){{0,1}}{_YAZI}\w{{0,3}} (?:ilk (?:olarak|kez|defa)|daha önce|aslen)|(?:ilk (?:olarak|kez|defa)|ilk yayın\w*)\b|"
    r".{0,80}izniyle (?:yeniden )?(?:yayı[mn]lan|alın)\w*"
    r")",
    re.I,
)


def tells_first_printing(line: str) -> bool:
    """The note of a reprinter or a site: where a text was published first, by whose leave it stands here."""
    return bool(_REPUBLISHED.match(line))


_PART_OF = Pattern(
    rf"(?:this (?:{_A_TEXT} )?(?:is|forms|was written as|was prepared as) (?:part of|the \w+ (?:in|of) (?:a|our|the) series)|"
    rf"(?:this|the) {_A_TEXT} (?:was|has been) (?:made possible|supported|funded|prepared|produced|written) (?:by|with|within|under|as part)|"
    rf"(?:this|the) {_A_TEXT} was (?:written|completed|finished|submitted) (?:before|prior to|shortly before|shortly after)\b|"
    rf"(?:dies|das) ist ein {_EIN_TEXT},? (?:der|das)\b|(?:dieser|dieses|diese|der) {_EIN_TEXT} (?:ist (?:teil|im rahmen)|entstand|"
    r"steht unter|wurde (?:im rahmen|gefördert|verfasst))|mit .{2,40} gibt der verlag\b|"
    rf"(?:cet|ce|cette) {_UN_TEXTE} (?:fait partie|s[’']inscrit|a été (?:réalisée?|rédigée?|produite?|traduite?))|"
    rf"(?:эт\w+ |данн\w+ )?{_ТЕКСТ} (?:был[аио]? )?(?:подготовлен\w*|создан\w*|написан\w*|выполнен\w*|является частью)"
    r"(?: .{0,20})? (?:в рамках|при поддержке|"
    r"при содействии|по заказу|частью)|"
    rf"(?:бұл |осы ){{0,1}}{_МӘТІН}\w* .{{0,80}}(?:аясында|қолдауымен)|(?:bu ){{0,1}}{_YAZI}\w{{0,3}} .{{0,80}}(?:kapsamında|desteğiyle))",
    re.I,
)


_THANKS = Pattern(
    r"(?:(?:en |avec nos )?remerciements? à |nous remercions |merci à |the authors? (?:would like to thank|thanks?|is grateful)|"
    r"(?:with|special) thanks to |"
    r"автор(?:ы)? (?:благодар\w+|выража\w+ (?:благодарность|признательность))|(?:der|die) autor\w* (?:dankt|danken)|yazar .{0,20}teşekkür)",
    re.I,
)


def tells_what_it_is_part_of(line: str) -> bool:
    """The note on the series, the project or the sponsor that a text was written for, on whom it owes thanks to, and on how it came to the paper."""
    return bool(_PART_OF.match(line) or (_THANKS.match(line) and len(line.split()) <= 40))


_AMENDED = Pattern(
    rf"(?:(?:this|the) {_A_TEXT} (?:was|has been) (?:amended|updated|corrected|edited|modified)\b|correct(?:ion|"
    rf"ed)s?(?: \w+ \d{{1,2}}.{{0,12}})?\s?[:–—]|"
    rf"clarification\s?:|an? (?:earlier|previous) version of (?:this|the)|(?:in )?eine[r]? früheren? (?:version|fassung)|korrektur\s?:|"
    rf"(?:une )?version antérieure|(?:correctif|rectificatif)\s?:|(?:исправлен\w+|уточнение|поправка)\s?:|в (?:более ранней|предыдущей|"
    rf"прежней) версии|"
    r"düzeltme\s?:|түзету\s?:)",
    re.I,
)


def _tells_amendment(line: str) -> bool:
    """The note of a paper on what it has changed in a text since it was published."""
    return bool(_AMENDED.match(line))


_CLICK = Pattern(
    r"(?:>\s?)?(?:read more (?:in|at|on|about)\s|retrouvez l[’']intégralité\b|"
    r"read the (?:full )?(?:story|article|text|piece|interview|report) here\b|"
    r"click (?:here|below|on)\b|(?:to )?(?:download|view|see|read) (?:the|this|a) (?:full |complete |entire |original |pdf|printable|report|"
    r"paper)|"
    r"for (?:more|further) information\b|(?:download|view|open) (?:as )?pdf\b|den (?:vollständigen|ganzen) (?:text|artikel|beitrag)\b|"
    r"(?:lire|télécharger) (?:la suite|l[’'](?:intégralité|analyse|étude)|la version|le (?:texte|document|pdf))|cette page ne contient qu[’']un\b|"
    r"(?:полный текст|полную версию|скачать|читать полностью)\b|"
    r"(?:yazının|raporun|makalenin) tamamı\w*|devamı için\b|толық (?:нұсқасы|мәтіні)\w*)",
    re.I,
)


def _asks_to_open(line: str) -> bool:
    """The call to open the text elsewhere, or as a file."""
    return bool(_CLICK.match(line)) and len(line.split()) <= 25


@dataclass(frozen=True)
class NoteBelow:
    """One class of notes: its name, and what tells one of its lines."""

    name: str
    is_one: Callable[[str], bool]


_TO_OWNERS = Pattern(
    r".{0,60}\bif any (?:of the )?content .{0,60}\bviolates any rights?\b|if you (?:are|own) the (?:owner|copyright)|"
    r".{0,60}\b(?:sources?|authors?|owners?|publishers?) (?:can|may|should) contact us\b.{0,40}\b(?:remov|chang|delet|tak)",
    re.I,
)


def _speaks_to_owners(line: str) -> bool:
    """The word of a site that copies texts to whoever has the rights in them."""
    return bool(_TO_OWNERS.match(line)) and len(line.split()) <= 60


_SUBSCRIBED = Pattern(
    r"you(?: are|['’]re| have)? (?:receiv\w+|getting|got) this\b|.{0,80}\bunsubscribe\b|(?:вы получили|вы получаете) это|sie erhalten diese|"
    r"vous recevez cet?|"
    r"bu (?:e-posta|bülten)\w* .{0,60}(?:abone|aldınız)",
    re.I,
)


def _speaks_to_subscribers(line: str) -> bool:
    """The notice below a letter of news on why it came, and how to have no more."""
    return bool(_SUBSCRIBED.match(line)) and len(line.split()) <= 40


_EDITED = Pattern(
    r"(?:(?:edited|reviewed|proofread|fact-checked|copy-?edited)(?: for .{2,20})? by|translated (?:from (?:the )?\w+ )?by|"
    r"traduite? (?:du|de l[’'])\s?\w+ par|éditée? par|relue? par|"
    r"redaktion|redaktionell bearbeitet von|(?:aus dem \w+ )?übersetzt von|aus dem \w+ von|редактор|перевод(?: с \w+)?|çeviren|editör)\s?:?\s"
    r"(?:(?-i:[^\W\d_a-zа-яё])[^.!?]{3,50}\.?|(?:[^\W\d_]\.\s?){2,3})$",
    re.I,
)


def _tells_who_edited(line: str) -> bool:
    """Who edited, read or translated a text, in a line below it."""
    return bool(_EDITED.match(line)) and len(line.split()) <= 9


_HELPED = Pattern(
    r"(?:[^.!?:]{5,90}\s)?contributed (?:reporting )?to this (?:report|story|article)(?: from [^.!?]{2,30})?\.?|"
    r"\*\s?(?:writing|editing|translated|written|edited) by\s[^.!?:]{4,60}\.?|"
    r"additional reporting (?:by|from)\s[^.!?:]{4,90}\.?|[—–-]{0,2}\s?with (?:assistance|help) (?:by|from)\s[^.!?:]{4,90}\.?",
    re.I,
)


def _tells_who_helped(line: str) -> bool:
    """Who reported for a text beside its authors: "Anna Kim in Kuryk contributed to this report."."""
    return bool(_HELPED.fullmatch(line)) and len(line.split()) <= 18


_KEEPS_RIGHTS = Pattern(
    r"\b(?:may|must) not be (?:reproduced|reprinted|republished|copied)\b.{0,120}\bwithout\b|"
    r"\bwithout (?:the )?(?:(?:prior|express|written) ){1,3}(?:permission|consent)\b|"
    r"^(?:dieser|der) (?:text|beitrag|artikel) (?:ist|wurde) unter (?:der|einer) creative[- ]commons|"
    r"\b(?:dürfen|können) (?:den|diesen) (?:text|beitrag|artikel) unter nennung der lizenz\b|"
    r"^(?:this|the) (?:text|article|work) is (?:published|licensed|released) under (?:an? |the )?creative commons\b|"
    r"^this (?:web)?site (?:and|, ).{0,120}\b(?:is|are) owned by\b|^the complete story\s?:|^comments will be (?:moderated|reviewed)\b|"
    r"\breserves? the right to (?:block|remove|delete|moderate)\b|"
    r"\btelif haklar\w* (?:ile|kapsamında) korun\w+|^\(?copyright\b.{0,160}\b(?:sales|syndication|republish)\w*|"
    r"\b(?:comments|corrections|letters|inquiries|enquiries) (?:should|may|can) be (?:directed|addressed|sent) to\b",
    re.I,
)


def _keeps_rights(line: str) -> bool:
    """What a house says of itself where it keeps the rights in its texts, and whom to write to."""
    return bool(_KEEPS_RIGHTS.search(line)) and not read_rights(line)


# That a house answers for nothing, and for what: the two stand in one sentence.
_ANSWERS_FOR_NOTHING = Pattern(
    r"\b(?:no|not|without|any|nor)\s(?:[\w’'-]+\s){0,3}?(?:warrant\w*|liab\w+|responsib\w+|guarantees?)\b|\b(?:keine|nicht|ohne)\s(?:\w+\s){0,3}?"
    r"(?:gewähr|haftung|garantie|verantwort\w+)|\b(?:gewähr|haftung)\b.{0,80}\b(?:nicht|keine)\b|"
    r"\b(?:aucune|ne|sans)\s(?:\w+\s){0,3}?(?:responsabilité|garanti\w*)|\bне\s(?:нес[её]т|отвечает|гарантирует|несут)\b|"
    r"\bsorumlu(?:luk)?\s(?:\w+\s){0,2}?(?:değil\w*|kabul etme\w*|tutulama\w*)|"
    r"\bжауап(?:кершілік)?\s(?:\w+\s)?(?:берме\w+|көтерме\w+|алма\w+)",
    re.I,
)
_FOR_WHAT_IT_PRINTS = Pattern(
    r"\b(?:accura\w+|completeness|correctness|errors|omissions|as is|contents?|reliability|richtigkeit|vollständigkeit|angaben|inhalte?|"
    r"exactitude|contenus?|"
    r"достоверност\w+|содержани\w+|точност\w+|içeri[kğ]\w*|doğrulu\w*|мазмұн\w*|дұрыстығы\w*)\b",
    re.I,
)


def _answers_for_nothing(line: str) -> bool:
    """The sentence in which a house says that it does not answer for what it prints, in whatever of our languages."""
    if len(line.split()) > MOST_WORDS_OF_NOTE or not (denied := _ANSWERS_FOR_NOTHING.search(line)):
        return False
    return bool(_FOR_WHAT_IT_PRINTS.search(line, max(0, denied.start() - _NEAR_DENIAL), denied.end() + _NEAR_DENIAL))


_NEAR_DENIAL = 120

_MARKED_BY_LAW = Pattern(
    r"[*†]{1,3}\s?(?:[^.]{0,60}\s)?(?:запрещ[её]н\w*|признан\w*|внес[её]н\w*)\b[^.]{0,120}"
    r"\b(?:рф|росси\w+|иностранн\w+ агент\w*|реестр\w*)\b[^.]{0,60}\.?$",
    re.I,
)


def _is_marked_by_law(line: str) -> bool:
    """The note that a law of Russia has a paper set on whom its text names: forbidden, or an agent of others."""
    return bool(_MARKED_BY_LAW.match(line))


_CERTIFIES = Pattern(r"\bauthors? certif(?:y|ies)\b|\bauthor[’']s individual (?:\w+ )?(?:articulation|opinion|work)\b", re.I)


def _certifies_authorship(line: str) -> bool:
    """What a house has its author declare below a text: that it is his own, and printed nowhere else."""
    return bool(_CERTIFIES.search(line)) and len(line.split()) <= _MOST_WORDS_OF_IMPRINT


_OF_THE_EDITORS = Pattern(
    r"[(*\[]?\s?(?:(?:an? )?(?:editor(?:[’']?s|s[’'])?|editorial) (?:note|comment)|note (?:from|by|of) (?:the |our )?editors?|"
    r"от редакции|примечание редакции|anm(?:erkung|\.) d(?:er|\.) red(?:aktion|\.)|"
    r"note de (?:la rédaction|l[’']éditeur)|ndlr|ред(?:акция|акциядан| ескертпесі)|editör(?:ün|den) not\w*)\s?[:.–—-]\s?\S",
    re.I,
)


def is_word_of_editors(line: str) -> bool:
    """The note that says of itself that it is the editors'."""
    return bool(_OF_THE_EDITORS.match(line))


NOTES_BELOW = (
    NoteBelow("note on rights", _keeps_rights),
    NoteBelow("call to readers", asks_readers),
    NoteBelow("credit of a report", _tells_who_helped),
    NoteBelow("editor of the text", _tells_who_edited),
    NoteBelow("newsletter call", _speaks_to_subscribers),
    NoteBelow("disclaimer", _speaks_to_owners),
    NoteBelow("note of republication", tells_first_printing),
    NoteBelow("disclaimer", parts_views),
    NoteBelow("disclaimer", _answers_for_nothing),
    NoteBelow("note of the editors", is_word_of_editors),
    NoteBelow("note on the text", _certifies_authorship),
    NoteBelow("note on the text", _is_marked_by_law),
    NoteBelow("note of an amendment", _tells_amendment),
    NoteBelow("note on the origin of the text", tells_what_it_is_part_of),
    NoteBelow("call to open the text", _asks_to_open),
)


_OF_ITSELF = Pattern(
    r"(?-i:[^\W\d_a-zа-яё])[^.]{2,40}? is (?:the )?(?:flagship|official) (?:[\w-]+ ){1,2}of the (?-i:[^\W\d_a-zа-яё])|"
    r"(?:the )?(?-i:[^\W\d_a-zа-яё])[^.]{2,60}? is an? (?:[\w-]+ ){0,3}?(?:news|media|analytical) "
    r"(?:organi[sz]ation|outlet|agency|portal|website|platform|service) "
    r"(?:that|which|covering|based|founded|dedicated|devoted|published)\b|"
    r"(?:the )?(?-i:[^\W\d_a-zа-яё])[^.]{2,60}? is an? (?:[\w-]+ ){0,4}?"
    r"(?:publication|project|newsletter|programme|initiative|service|blog) (?:of|by|published by) (?:the )?(?-i:[^\W\d_a-zа-яё])|"
    r"(?:the )?(?-i:[^\W\d_a-zа-яё]).{2,120}? (?:was|is) (?:established|founded|launched|convened) (?:by|in)\b.{3,160}?\.\s"
    r"its (?:\w+ ){0,2}(?:briefs?|reports?|papers?|publications?|commentar(?:y|ies)) (?:appears?|are|is)\b|"
    r"(?:the )?(?-i:[^\W\d_a-zа-яё])[\w ’'-]{2,40}? gives? .{2,60}? (?:researchers|scholars|fellows|experts|authors) "
    r"(?:a|the) (?:platform|space)\b",
    re.I,
)


def _speaks_of_itself(line: str) -> bool:
    """The imprint of a periodical, which says whose it is: "The Monitor is a publication of the ... Foundation"."""
    return bool(_OF_ITSELF.match(line))


def name_of_note(line: str) -> str | None:
    """Return the name of the class of notes that ``line``, below a text, is one of; None if of none."""
    if len(line.split()) <= _MOST_WORDS_OF_IMPRINT and _speaks_of_itself(line):
        return "about the publication"
    if len(line.split()) > MOST_WORDS_OF_NOTE:
        return None
    return next((note.name for note in NOTES_BELOW if note.is_one(line)), None)
