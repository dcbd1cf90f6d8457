"""What a site calls the shelves below a text, on which it sets other texts: "Most read", "Latest news", "More by this author"; pure.

Such a name is put together of what the texts are and how the site picked them, in each language from few words; a heading of an article may
be called so too, so that it tells nothing without what stands below it.
"""

from __future__ import annotations

import re

from kzarchive.patterns import Pattern

_MOST_WORDS = 8
_SHELVES = (
    Pattern(  # English
        r"(?:(?:the|our|your|all)\s)?(?:(?:latest|recent|newest|new|popular|trending|hot(?:test)?|top|featured?|related|similar|other|more|"
        r"further|"
        r"recommended|suggested|selected|sponsored|promoted|all|today['’]s|breaking|latest|previous|next|older|newer|upcoming|past|"
        r"most (?:read|popular|viewed|commented|shared|recent|discussed|watched)|editors?['’]?s?['’]? (?:picks?|choice))\s?)"
        r"(?:(?:\w+\s)?(?:news|articles?|posts?|stor(?:y|ies)|publications?|headlines|updates|reports?|analys[ie]s|commentar(?:y|ies)|research|"
        r"items|events|issues|topics|tags|content|links|reading|videos?|interviews?|opinions?|blogs?|comments|entries|papers|briefs?|books|"
        r"insights|features|materials|columns|podcasts?|authors?|releases|essays|reads|works?|experts))?"
        r"(?:\s(?:from|on|in|by|about|of)\s.{2,40})?|"
        r"(?:also )?check(?: also)?(?: (?:out|this))?|(?:read|see|keep|continue|find)\s(?:also|more|next|this next|reading|on)(?: on .{2,30})?|"
        r"also (?:read|see|of interest|on .{2,30}|by .{2,30}|in this \w+)|you (?:may|might|could|will) (?:also )?(?:like|enjoy|"
        r"be interested in)(?: this)?|"
        r"interested in (?:this|more).{0,20}|(?:discover|dive|go|explore|learn|find out)(?: more| deeper)?(?: (?:topics|about .{2,30}))?|"
        r"(?:in case )?you (?:have )?missed(?: it)?|in case you missed it|(?:from |around )(?:the|our) (?:web|partners|blog|archives?|"
        r"network|magazine)|"
        r"what['’]s (?:hot|new|next|on)|what (?:to read|others are reading)(?: next)?|(?:next|up|read) (?:up|next)|"
        r"(?:also )?in (?:this|the same) (?:issue|section|series|category|edition|dossier|topic)|(?:on|by|about) (?:this|the|"
        r"the same) (?:topic|subject|author)|"
        r"same (?:topic|author|category)|(?:articles?|posts?|works?|stories|texts) (?:by|from) (?:this|the same) author|"
        r"news ?(?:feed|wire|room|line)?|events|publications|opinions?|analysis|commentary|interviews?|videos?|photos?|(?:photo )?gallery|"
        r"multimedia|"
        r"podcasts?|media|press|blogs?|reports?|(?:quick|useful|external) links|newsletters?|calendar|partners|our partners|information|services",
        re.I,
    ),
    Pattern(  # Russian
        r"(?:(?:последн\w+|свеж\w+|новы\w+|популярн\w+|главн\w+|похож\w+|друг\w+|связанн\w+|рекомендуем\w+|интересн\w+|актуальн\w+|важн\w+|"
        r"все|ещ[её]|больше|лучш\w+|топ|предыдущ\w+|следующ\w+|сам\w+ (?:читаем|популярн|обсуждаем|интересн|важн)\w+|партн[её]рск\w+|"
        r"партн[её]рски[ейх]+)\s?)(?:новост\w+|материал\w*|стат\w+|запис\w+|публикаци\w+|событи\w+|темы?|теме|комментари\w+|видео|посты?|"
        r"заголовк\w+|дня|"
        r"от автора|в рубрике|по теме|автора|интервью|мнени\w+|обзор\w*)?(?:\s(?:автора|партн[её]ров|дня|часа|недели|по теме|за .{2,12}|"
        r"в .{2,20}|о .{2,20}))?|"
        r"(?:новост\w+|материал\w+|стать\w+|публикаци\w+|тексты|работы)\s(?:автора|по теме|дня|партн[её]ров|сми2|рубрики|казахстана|.{2,14})|"
        r"(?:читайте|читать|смотрите|см\.|почитайте)\s(?:также|ещ[её]|далее)|(?:сейчас читают|читают сейчас|что почитать|это интересно|"
        r"выбор редакции|"
        r"редакция рекомендует|рекомендуем(?: (?:почитать|прочитать))?|советуем (?:почитать|прочитать))|"
        r"(?:вам|вас)\s(?:может|могут|также может|будет).{3,30}|"
        r"(?:в (?:этом|том же) (?:номере|разделе|выпуске)|в рубрике|по (?:этой )?теме|на эту тему)|навигация по записям|"
        r"лента|новости|события|анонсы|мероприятия|мнения|интервью|аналитика|видео|фото|фотогалерея|мультимедиа|спецпроекты|популярное|"
        r"актуально\w*|"
        r"интересно\w*|важно\w*|главное|архивы?|публикации|документы|(?:полезные )?ссылки|топ(?: \w+)?|срочно",
        re.I,
    ),
    Pattern(  # German
        r"(?:(?:neueste|aktuelle|letzte|weitere|ähnliche|verwandte|beliebte|meistgelesene|meist ?gelesen\w*|andere|mehr|alle|top|vorheriger|"
        r"nächster|"
        r"empfohlene|passende)[ -]?)(?:artikel|beiträge|beitrag|meldungen|nachrichten|themen|news|publikationen|kommentare|interviews|videos?|"
        r"veranstaltungen|texte|informationen|links|inhalte)?(?:\s(?:zum|zur|aus|von|vom|über|im|in|dieses)\s.{2,30})?|"
        r"lesen sie (?:auch|mehr|weiter)|auch interessant|das könnte (?:sie|dich|euch) (?:auch )?interessieren|"
        r"empfehlungen(?: der redaktion)?|unsere empfehlung(?:en)?|empfohlen|links(?: zum thema)?|zum thema|aus dem archiv|im fokus|dossier|"
        r"aktuell(?:es)?|beliebt|beitragsnavigation|mediathek|videos?|bilder|publikationen|veranstaltungen|termine|rubriken|"
        r"(?:in (?:dieser|der gleichen) (?:ausgabe|rubrik|reihe))",
        re.I,
    ),
    Pattern(  # French
        r"(?:(?:les |nos |vos )?(?:derni[eè]r\w*|plus (?:lus|populaires|récents|d[’'])|autres?|récents?|prochaine?s?|mêmes?)\s?)"
        r"(?:articles?|actualités?|nouvelles?|publications?|billets?|dossiers?|événements?|vidéos?|analyses?|entretiens?|textes?|infos?)?"
        r"(?:\s(?:de|du|sur|dans)\s.{2,30})?|"
        r"articles? (?:similaires?|liés?|connexes?|récents?|associés?|précédente?s?|suivante?s?|recommandés?|les plus \w+)|"
        r"[àa] (?:lire|voir|découvrir|consulter)(?: aussi| également| ensuite)?|(?:lire|voir) (?:aussi|également)|"
        r"(?:vous|cela|ces articles) (?:aimerez|pourriez|pourrait|devriez|peuvent?|allez).{3,40}|"
        r"(?:pour )?en savoir plus|pour aller plus loin|sur le même (?:sujet|thème)|dans (?:la même \w+|ce dossier|le même \w+|ce numéro)|"
        r"[àa] la une|"
        r"nos recommandations|recommandés? pour vous|du même auteur|navigation de l[’']article|actualités|événements|agenda|publications|"
        r"vidéos?|photos?|populaires?|contenus? sponsorisés?",
        re.I,
    ),
    Pattern(  # Turkish
        r"(?:(?:(?:i̇|i|İ)lgili|benzer|diğer|son|popüler|güncel|önceki|sonraki|önerilen|öne çıkan|tüm|yeni|en (?:çok )?(?:okunan|yeni|son)|"
        r"çok okunan|sıradaki|"
        r"günün)(?:lar|ler)?\s?)(?:haberler\w*|haber|yazılar\w*|yazı|içerikler|makaleler|dakika|eklenenler|konular|yayınlar|videolar|"
        r"manşetleri)?|"
        r"öne çıkanlar|önerilenler|editörün seçtikleri|(?:bunu|bunlar[ıi]?) da .{4,30}|(?:i̇|i|İ)lginizi çekebilir(?:ecek .{2,16})?|"
        r"ayrıca (?:okuyun|bakınız)|"
        r"yazarın (?:diğer|son|tüm) (?:yazıları|haberleri)|diğer yazıları|yazı dolaşımı|daha fazla(?: haber| oku)?|manşetler|gündem|"
        r"etkinlikler|yayınlar|"
        r"(?:foto )?galeri|videolar|video|arşiv(?:ler)?",
        re.I,
    ),
    Pattern(  # Kazakh
        r"(?:(?:соңғы|басқа|ұқсас|басты|танымал|жаңа|барлық|көп оқылған|ең көп оқылған|алдыңғы|келесі|өзекті|маңызды|қызықты|автордың басқа|"
        r"ұсынылатын)"
        r"(?:дар|дер|лар|лер)?\s?)(?:жаңалық\w*|мақала\w*|материал\w*|жазба\w*|тақырып\w*|пікір\w*|оқиға\w*)?|"
        r"(?:тағы(?: да)?|сондай-ақ|оқи) (?:оқыңыз\w*|отырыңыз\w*|қараңыз\w*)|жаңалықтар(?: (?:легі|таспасы|лентасы))?|ұсынамыз|"
        r"(?:осы |бұл )?тақырып(?:та|қа)?(?: бойынша| қатысты)?|сізге .{3,14} (?:болуы мүмкін|болады)|редакция таңдауы|видео|фото|"
        r"сұхбат(?:тар)?|оқиғалар",
        re.I,
    ),
)


def names_shelf(line: str) -> bool:
    """Tell whether ``line`` may be what a site calls a shelf of other texts below an article, and nothing else."""
    line = line.strip(" :.…»›>→")
    return 0 < len(line.split()) <= _MOST_WORDS and any(shelf.fullmatch(line) for shelf in _SHELVES)
