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
        r"further|recommended|suggested|selected|sponsored|promoted|all|today['’]s|breaking|previous|next|older|newer|upcoming|past|most (?:read|"
        r"popular|viewed|commented|shared|recent|discussed|watched)|editors?['’]?s?['’]? (?:picks?|choice))\s?)(?:(?:\w+\s)?(?:news|articles?|"
        r"posts?|stor(?:y|ies)|publications?|headlines|updates|reports?|analys[ie]s|commentar(?:y|ies)|research|items|events|issues|topics|tags|"
        r"content|links|reading|videos?|interviews?|opinions?|blogs?|comments|entries|papers|briefs?|books|insights|features|materials|columns|"
        r"podcasts?|authors?|releases|essays|reads|works?|experts))?(?:\s(?:from|on|in|by|about|of)\s.{2,60})?|"
        r"(?:also )?check(?: also)?(?: (?:out|this))?|(?:read|see|keep|continue|find)\s(?:also|more|next|this next|reading|on)(?: on .{2,30})?|"
        r"also (?:read|see|of interest|on .{2,30}|by .{2,30}|in this \w+)|"
        r"you (?:may|might|could|will) (?:also )?(?:like|enjoy|be interested in)(?: this)?|interested in (?:this|more).{0,20}|"
        r"(?:discover|dive|go|explore|learn|find out)(?: more| deeper)?(?: (?:topics|about .{2,30}))?|(?:in case )?you (?:have )?missed(?: it)?|"
        r"(?:from |around )(?:the|our) (?:web|partners|blog|archives?|network|magazine)|what['’]s (?:hot|new|next|on)|"
        r"what (?:to read|others are reading)(?: next)?|(?:next|up|read) (?:up|next)|"
        r"(?:also )?in (?:this|the same) (?:issue|section|series|category|edition|dossier|topic)|"
        r"(?:on|by|about) (?:this|the|the same) (?:topic|subject|author)|same (?:topic|author|category)|"
        r"(?:articles?|posts?|works?|stories|texts) (?:by|from) (?:this|the same) author|news ?(?:feed|wire|room|line)?|events|publications|"
        r"opinions?|analysis|commentary|interviews?|videos?|photos?|(?:photo )?gallery|multimedia|podcasts?|media|press|blogs?|reports?|"
        r"(?:quick|useful|external) links|newsletters?|calendar|partners|our partners|information|services",
        re.I,
    ),
    Pattern(  # Russian
        r"(?:(?:последн\w+|свеж\w+|новы\w+|популярн\w+|главн\w+|похож\w+|друг\w+|связанн\w+|рекомендуем\w+|интересн\w+|актуальн\w+|важн\w+|все|"
        r"ещ[её]|больше|лучш\w+|топ|предыдущ\w+|следующ\w+|сам\w+ (?:читаем|популярн|обсуждаем|интересн|важн)\w+|партн[её]рск\w+)\s?)(?:новост\w+|"
        r"материал\w*|стат\w+|запис\w+|публикаци\w+|событи\w+|темы?|теме|комментари\w+|видео|посты?|заголовк\w+|дня|от автора|в рубрике|по теме|"
        r"автора|интервью|мнени\w+|обзор\w*)?(?:\s(?:автора|партн[её]ров|дня|часа|недели|по теме|за .{2,12}|в .{2,20}|о .{2,20}))?|"
        r"(?:новост\w+|материал\w+|стать\w+|публикаци\w+|тексты|работы)\s(?:автора|по теме|дня|партн[её]ров|сми2|рубрики|казахстана|.{2,14})|"
        r"(?:читайте|читать|смотрите|см\.|почитайте)\s(?:также|ещ[её]|далее)|"
        r"(?:сейчас читают|читают сейчас|что почитать|это интересно|выбор редакции|редакция рекомендует|рекомендуем(?: (?:почитать|прочитать))?|"
        r"советуем (?:почитать|прочитать))|(?:(?:вам|вас)\s)?(?:может|могут|также может|будет)\s(?:быть|понрав|заинтерес|также|пригод).{3,30}|"
        r"(?:в (?:этом|том же) (?:номере|разделе|выпуске)|в рубрике|по (?:этой )?теме|на эту тему)|навигация по записям|лента|новости|события|"
        r"анонсы|мероприятия|мнения|интервью|аналитика|видео|фото|фотогалерея|мультимедиа|спецпроекты|популярное|актуально\w*|интересно\w*|"
        r"важно\w*|главное|архивы?|публикации|документы|(?:полезные )?ссылки|топ(?: \w+)?|срочно",
        re.I,
    ),
    Pattern(  # German
        r"(?:(?:neueste|aktuelle|letzte|weitere|ähnliche|verwandte|beliebte|meistgelesene|meist ?gelesen\w*|andere|mehr|alle|top|vorheriger|"
        r"nächster|empfohlene|passende)[ -]?)(?:artikel|beiträge|beitrag|meldungen|nachrichten|themen|news|publikationen|kommentare|interviews|"
        r"videos?|veranstaltungen|texte|informationen|links|inhalte)?(?:\s(?:zum|zur|aus|von|vom|über|im|in|dieses)\s.{2,30})?|"
        r"lesen sie (?:auch|mehr|weiter)|auch interessant|das könnte (?:sie|dich|euch) (?:auch )?interessieren|"
        r"empfehlungen(?: (?:der|aus|von|für) .{3,24})?|"
        r"unsere empfehlung(?:en)?|empfohlen|links(?: zum thema)?|zum thema|aus dem archiv|im fokus|dossier|aktuell(?:es)?|beliebt|"
        r"beitragsnavigation|mediathek|videos?|bilder|publikationen|veranstaltungen|termine|rubriken|"
        r"(?:in (?:dieser|der gleichen) (?:ausgabe|rubrik|reihe))",
        re.I,
    ),
    Pattern(  # French
        r"(?:(?:les |nos |vos )?(?:derni[eè]r\w*|plus (?:lus|populaires|récents|d[’'])|autres?|récents?|prochaine?s?|mêmes?)\s?)(?:articles?|"
        r"actualités?|nouvelles?|publications?|billets?|dossiers?|événements?|vidéos?|analyses?|entretiens?|textes?|infos?)?(?:\s(?:de|du|sur|"
        r"dans)\s.{2,30})?|articles? (?:similaires?|liés?|connexes?|récents?|associés?|précédente?s?|suivante?s?|recommandés?|les plus \w+)|"
        r"[àa] (?:lire|voir|découvrir|consulter)(?: aussi| également| ensuite)?|(?:lire|voir) (?:aussi|également)|"
        r"(?:vous|cela|ces articles) (?:aimerez|pourriez|pourrait|devriez|peuvent?|allez).{3,40}|(?:pour )?en savoir plus|pour aller plus loin|"
        r"sur le même (?:sujet|thème)|dans (?:la même \w+|ce dossier|le même \w+|ce numéro)|[àa] la une|nos recommandations|"
        r"recommandés? pour vous|du même auteur|navigation de l[’']article|actualités|événements|agenda|publications|vidéos?|photos?|populaires?|"
        r"contenus? sponsorisés?",
        re.I,
    ),
    Pattern(  # Turkish
        r"(?:(?:(?:i̇|i|İ)lgili|benzer|diğer|son|popüler|güncel|önceki|sonraki|önerilen|öne çıkan|tüm|yeni|en (?:çok )?(?:okunan|yeni|son)|"
        r"çok okunan|sıradaki|günün)(?:lar|ler)?\s?)(?:haberler\w*|haber|yazılar\w*|yazı|içerikler|makaleler|dakika|eklenenler|konular|yayınlar|"
        r"videolar|manşetleri)?|öne çıkanlar|önerilenler|editörün seçtikleri|(?:bunu|bunlar[ıi]?) da .{4,30}|"
        r"(?:i̇|i|İ)lginizi çekebilir(?:ecek .{2,16})?|ayrıca (?:okuyun|bakınız)|yazarın (?:diğer|son|tüm) (?:yazıları|haberleri)|diğer yazıları|"
        r"yazı dolaşımı|daha fazla(?: haber| oku)?|manşetler|gündem|etkinlikler|yayınlar|(?:foto )?galeri|videolar|video|arşiv(?:ler)?",
        re.I,
    ),
    Pattern(  # Kazakh
        r"(?:(?:соңғы|басқа|ұқсас|басты|танымал|жаңа|барлық|көп оқылған|ең көп оқылған|алдыңғы|келесі|өзекті|маңызды|қызықты|автордың басқа|"
        r"ұсынылатын)(?:дар|дер|лар|лер)?\s?)(?:жаңалық\w*|мақала\w*|материал\w*|жазба\w*|тақырып\w*|пікір\w*|оқиға\w*)?|"
        r"(?:тағы(?: да)?|сондай-ақ|оқи) (?:оқыңыз\w*|отырыңыз\w*|қараңыз\w*)|жаңалықтар(?: (?:легі|таспасы|лентасы))?|ұсынамыз|"
        r"(?:осы |бұл )?тақырып(?:та|қа)?(?: бойынша| қатысты)?|сізге .{3,14} (?:болуы мүмкін|болады)|редакция таңдауы|видео|фото|сұхбат(?:тар)?|"
        r"оқиғалар",
        re.I,
    ),
)


def names_shelf(line: str) -> bool:
    """Tell whether ``line`` may be what a site calls a shelf of other texts below an article, and nothing else."""
    line = line.strip(" :.…»›>→")
    return 0 < len(line.split()) <= _MOST_WORDS and any(shelf.fullmatch(line) for shelf in _SHELVES)
