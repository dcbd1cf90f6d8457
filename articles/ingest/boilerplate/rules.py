"""All rules of boilerplate, in the order in which they are tried."""

from __future__ import annotations

import re

from articles.ingest.boilerplate.after import (
    ABOUT_PUBLICATION,
    FIELD_OF_FORM,
    HEAD_OF_COMMENT,
    MORE_IN_CATEGORY,
    PAGING_ALONE,
    RELATED_HEAD,
    take_about_publication,
    take_address_of_author,
    take_agency_signature,
    take_author_heading,
    take_box_of_broadcaster,
    take_broadcast_note,
    take_call_for_support,
    take_comment_counter,
    take_contact_person,
    take_correction_call,
    take_disclaimer,
    take_disclosure,
    take_end_mark,
    take_entry_of_blog,
    take_facts_of_entry,
    take_fields_of_form,
    take_films,
    take_hashtags,
    take_name_on_network,
    take_note_of_agency,
    take_note_of_translation,
    take_note_on_text,
    take_paging,
    take_reader_call,
    take_record_of_file,
    take_related_links,
    take_reply_form,
    take_row_of_headlines,
    take_signature_of_post,
    take_signed_comments,
    take_software,
    take_source_line,
    take_supervisor,
    take_tags,
    take_update_date,
)
from articles.ingest.boilerplate.before import (
    IMPRINT,
    TEMPERATURE,
    take_age_of_page,
    take_breadcrumb,
    take_citation_note,
    take_day_without_year,
    take_event_note,
    take_fields_of_research,
    take_head_of_channel,
    take_identifier,
    take_label,
    take_label_of_speech,
    take_language_switch,
    take_library_banner,
    take_line_of_ticker,
    take_masthead,
    take_menu,
    take_message_header,
    take_posts_with_days,
    take_prompt,
    take_rates,
    take_reading_time,
    take_registry_number,
    take_repeated_lead,
    take_stamp_of_viewer,
    take_tags_above_text,
    take_translator,
)
from articles.ingest.boilerplate.controls import PAGE_CONTROL, take_icons, take_page_control, take_row_of_controls, take_words_of_controls
from articles.ingest.boilerplate.rule import Rule
from articles.ingest.boilerplate.within import (
    COVER,
    take_address,
    take_advertisement,
    take_browser_notice,
    take_cookie_notice,
    take_count_of_followers,
    take_empty_value,
    take_newsletter_call,
    take_notice_of_official_site,
    take_notice_of_program,
    take_photo_credit,
    take_rating,
    take_separator,
    take_share_bar,
    take_shortcode,
    take_text_of_picture,
    take_view_counter,
    take_wall_call,
)
from articles.ingest.dates import MONTH
from articles.ingest.lines import NEWSLETTER_CALL, OF_THIS_TEXT
from articles.ingest.vocabulary import FRONT_PAGE
from kzarchive.patterns import Pattern

_RELATED_INLINE = Pattern(
    r"(?:read also|read more|see also|also read|related|читайте также|читать также|смотрите также|по теме|lesen sie auch|mehr zum thema|"
    r"lire aussi|à lire aussi|"
    r"lire aussi sur .{2,40}?|сондай-ақ оқыңыз|оқи отырыңыз|тағы оқыңыз|ilgili haber|ayrıca okuyun)\s*[:–—-]\s*\S|lire aussi (?:article|"
    r"réservé|sur)\s|"
    r".{15,200}[.!?…](?:continue reading|read more|weiterlesen|читать далее|lire la suite|devamını oku)$",  # glued to the teaser of another text
    re.I,
)

_CODE_OF_LANGUAGE = r"(?:ru[ns]?|rus|kz|kk|kaz|qaz|eng?|tr|uz|kg|ky|tj|ua|uk|ukr|de|fr|рус|қаз|каз|анг|eng|укр|қз|ру)"
_DAY_OF_MONTH = r"(?:[^\W\d_]{3,9}\.? [0-9]{1,2}|[0-9]{1,2} [^\W\d_]{3,9}\.?)"

_COUNTED = (
    r"(?:views?|hits|reads?|ratings?|votes?|comments?|shares?|likes?|просмотр\w*|рейтинг|голос\w*|комментари\w*|прочт\w+|оценк\w+|көрілім\w*|қаралым\w*|"
    r"пікір\w*|aufrufe|kommentare?|bewertung(?:en)?|vues?|commentaires?|okunma|yorum|görüntülenme|beğeni)"
)

RULES = (
    Rule("menu", r"\W{0,3}\w.{0,29}$", take_menu),
    Rule(
        "breadcrumb",
        r"breadcrumbs?\s?:\s|(?:you are here|вы здесь|sie sind hier|vous êtes ici)\s?:?(?:\s|$)|(?:"
        rf"{FRONT_PAGE}|главная страница|жаңалықтар|main(?: page)?|home page|news|новости)\s?(?:>|/|»|›|→|▸|►|::)|"
        r"(?:[\w’'&-]+\s){1,5}>\s(?:[\w’'&-]+\s){1,5}(?:>.{0,60}|\|)$|"
        rf"{FRONT_PAGE}(?:\|[^|]{{2,40}}){{1,3}}\|[^|]{{10,160}}$|"
        rf"{FRONT_PAGE}\s(?:\|\s)?[^\W\d_]|{FRONT_PAGE}$|(?-i:(?:Home|Главная|Accueil|Startseite|Ana ?[Ss]ayfa)[A-ZА-ЯÉİÇÖÜ])\S{{2,60}}\s\S",
        take_breadcrumb,
    ),
    Rule("head of a channel", r"[0-9][0-9.,]{0,6}[km]? (?:subscribers|подписчик\w*|members|участник\w*)$", take_head_of_channel),
    Rule(
        "view counter",
        r"[0-9][0-9,.]* total views?(?:, [0-9][0-9,.]* views? today)?$|"
        r"[0-9][0-9,.]* views?\s?[0-9]+ comments?$|"
        r"this (?:article|paper|page|post) (?:has )?been (?:viewed|downloaded|read)(?: [0-9.,]+)? times\.?$|"
        r"(?:[-–•]\s)?(?:(?:page |article )?(?:views?|read|hits|reads)|просмотр\w*|прочитано|прочтений|прочитали|подписчик\w*|есептегіш|қаралды|"
        r"қаралым|көрсетілді|qaraldy|aufrufe|gelesen|click statistic|"
        r"vues|görüntülenme|okunma)\s?[:–-]?\s?"
        r"\(?[0-9][0-9\s.,]*\)?(?:k|times?|раз\w?|рет|mal|fois|kez)?$|"
        r"[0-9][0-9.,]*[km]?\s(?:members|subscribers|photos|videos|links|files|участник\w*|подписчик\w*)$|"
        r"[0-9][0-9.,\s]*k?\s?(?:(?:page )?views?|reads|просмотр\w*|рет қаралды|aufrufe|vues|görüntülenme|okunma|likes|shares|"
        r"crossref citations to date|altmetric|рет көрсетілді)(?: · [0-9]+ \w+ ago)?$|"
        r"[0-9][0-9\s.,]{0,8} views (?-i:[A-Z])\w+ [0-9]{1,4}$|[0-9]+ (?:people|persons?|readers?|users?) (?:dis)?liked?s? this\b.{0,20}$|"
        r"[0-9][0-9\s]{0,6}\s(?:рет|ret)(?: (?:оқылды|көрілді|ашылды|oqyldy|kórildi))?$|[0-9.,]+k? claps?$|"
        r"[0-9]{1,3}(?:[.,][0-9])?\s(?:тыс\.?|т\.|k)$|"
        r"[0-9][0-9\s.,]{0,8}k? (?:telegram|facebook|twitter|whatsapp|instagram|vk|вконтакте)$|(?:көрсетілді|kórsetildi)$|[-–—]{1,2}\s[0-9]{1,6}$|"
        r",?\s?popularité\s?:\s?[0-9]{1,3}\s?%$|[👁💬👍❤].{0,30}$|[+−-][0-9]+\s[+−-][0-9]+.{0,20}$|"
        r"опубликовано\s?:\s?[0-9]{1,6}$|"
        r"(?:просмотров|прочтений|"
        r"комментариев)\s?:\s?[0-9]+\s?(?:\||рейтинг|комментари).{0,40}$|"
        rf"(?:{_COUNTED}\s?[:(]?\s?[0-9][0-9.,\s]*k?\)?[\s|•·,;/]*){{2,6}}$",
        take_view_counter,
    ),
    Rule(
        "rating",
        r"[0-9](?:[.,][0-9])?/[0-9]{1,2}\s?[–—-]\s?\([0-9]+ votes?\)$|"
        r"rate (?:this(?: \w+)?|count)$|\(?[0-9]+ votes?\)?$|\(?[0-9]+ (?:голос\w*|оцен\w+)\)?$|(?:average )?rating:?\s?[0-9].{0,30}$|"
        r"оцените (?:\w+ )?(?:статью|материал|новость)|оценить (?:статью|материал|новость)$|\(голосов:\s?[0-9]+,\s?рейтинг:\s?[0-9.,]+\)$|"
        r"рейтинг(?: пользователей)?:\s?[0-9/].{0,30}$|bewerten sie|оцен(?:ить|ите)\b.{0,40}[0-9].{0,20}$|rating:\s?[0-9].{0,30}$|худший лучший$",
        take_rating,
    ),
    Rule("share bar", r"\S{1,40}(?:\s\S{1,14})?:?\s?[0-9]*$|(?:share|поделиться|click to)\b|(?:\S{1,20}\s){1,8}\S{1,20}$", take_share_bar),
    Rule(
        "comment counter",
        r"(?:[0-9]+|no) (?:comment|forum post)(?:s|\(s\))?(?: yet)?:?$|(?:[0-9]+|one|two|three) (?:responses?|replies|reactions?) (?:to|on)\b|"
        r"comments?:?\s?\(?[0-9]*\)?$|(?:leave|post|write|add) a (?:comment|reply|response)|be the first to comment$|"
        r"(?:оставить|добавить|написать) комментар\w+|"
        r"комментари\w+:?\s?\(?[0-9]*\)?$|[0-9]+ комментари\w+$|kommentare?:?\s?\(?[0-9]*\)?$|[0-9]+ kommentare?$|"
        r"[0-9]+ commentaires?$|[0-9]+ yorum(?:lar)?$|yorum(?:lar)?\s?\(?[0-9]+\)?$|"
        r"no hay comentarios:?$|keine kommentare:?$|hiç yorum yok:?$|нет комментариев:?$|комментариев нет:?$|"
        r"aucun commentaire:?$|"
        r"yorum(?:lar)?:?\s?\(?[0-9]*\)?$|yorum yaz$|bu yazıya [0-9]+ yorum|artikel kommentieren$|laisser un commentaire$|"
        r"пікір(?:лер)?\s?\([0-9]+\)$|[0-9]+ пікір$|пікір жоқ$|пікір қалдыру$|комментарии к записи\b|[0-9]+ thoughts? on\b|"
        r"(?:показать|еще|ещё) .{0,12}[0-9]+ комментари\w+$",
        take_comment_counter,
    ),
    Rule("count of followers", r"более [0-9][0-9\s]{0,8} подписчиков!?$|больше [^\W\d_]{4,14}, больше [^\W\d_]{4,14}!$", take_count_of_followers),
    Rule("newsletter call", NEWSLETTER_CALL.pattern, take_newsletter_call),
    Rule(
        "cookie notice",
        r"dieses video ist im erweiterten datenschutzmodus\b|"
        r"(?:we|our (?:web)?site|this (?:web)?site) (?:also )?uses? (?:\w+ ){0,2}cookies|accept (?:all |additional )?cookies|"
        r"we[’'](?:d| would) like to (?:set|use) (?:\w+ ){0,2}cookies|cookies on \S{2,40}$|"
        r"by (?:continuing|using|browsing) .{0,80}cookies|"
        r"(?:мы|наш сайт|сайт) использу\w+ (?:файлы )?cookie|diese (?:web)?seite verwendet cookies|ce site utilise des cookies",
        take_cookie_notice,
    ),
    Rule(
        "browser notice",
        r"(?:date (?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}\s)?ваш браузер не поддерживает\b.{0,100}$|"
        r"(?:ie|internet explorer)(?: ?[0-9]+)? is (?:not|no longer) supported|(?:your|this) browser is (?:not|no longer) supported|(?:your|"
        r"this) browser is (?:out of date|outdated|unsupported)|you are using an? (?:old|outdated|unsupported) (?:version of )?(?:your )?browser|"
        r"(?:please )?(?:upgrade|update) your browser\b|ваш браузер (?:устарел|не поддерживается)|(?:ihr|dein) browser (?:ist veraltet|wird nicht)|"
        r"votre navigateur (?:est obsolète|n.est (?:pas|plus))|tarayıcınız (?:eski|desteklenmiyor)",
        take_browser_notice,
    ),
    Rule(
        "notice of a program",
        r"hostname:\s\S+\stotal loading time:.{0,200}$|(?:notice|warning|deprecated|(?:fatal|parse) error)\s?:\s.{10,900}\son line [0-9]{1,6}$",
        take_notice_of_program,
    ),
    Rule("comments", HEAD_OF_COMMENT.pattern, take_signed_comments),
    Rule(
        "tags",
        r"(?:key ?words|ключевые слова|mots[- ]clés|schlagwörter|anahtar kelimeler|кілт(?:тік)? сөздер)\s[^.:]{3,60}(?:[,;] [^.:,;]{2,50}){2,11}$|"
        r"(?:tags?|tagged|labels?|(?:related )?topics?|categories|key ?words|filed under|posted (?:in|under)|теги|тэги|"
        r"метки|ключевые слова|түйін сөздер|тегтер|"
        r"tegter|schlagwörter|schlagworte|"
        r"mots[- ]clés|"
        r"étiquettes?|schlagwort|etiket|метка|"
        r"etiketler|anahtar kelimeler|haberle ilgili daha fazlası)\s?:\s?\S|(?:tags?|topics?|keywords|теги|темы|метки|ключевые слова|"
        r"schlagworte|themen|mots[- ]clés|"
        r"et[iİ]ketler|anahtar kelimeler|тегтер)\s?:?$|(?!(?:additional )?(?:reporting|writing|editing) by )"
        r"[^\W\d_][\w’'-]{2,30}(?:\s[\w’'-]{1,25}){0,3}(?:;\s[^\W\d_][\w’'-]{2,30}(?:\s[\w’'-]{1,25}){0,3}){2,11}$",
        take_tags,
    ),
    Rule(
        "update date",
        r"(?:this page was )?(?:last )?(?:updated?|modified|changed|edited)\b(?: on| at)?\s?:?\s?.{0,30}(?:19|20)[0-9]{2}|"
        r"[^.!?]{3,60}\s-\s[^.!?]{3,30}\s-\s(?:last )?updated\s?:\s.{6,60}$|"
        r"обновлено\s?:?\s?.{0,30}(?:(?:19|20)[0-9]{2}|: уточнен.{0,60}$)|güncelleme\s?:?\s?.{0,30}(?:19|20)[0-9]{2}|mis à jour le\b.{0,40}[0-9]{4}|"
        r"(?:zuletzt )?aktualisiert(?: am)?\b.{0,30}[0-9]{4}|жаңартылды\b.{0,30}[0-9]{4}|"
        r"өзгертілген күні\b.{0,40}$",
        take_update_date,
    ),
    Rule(
        "photo credit",
        r"image source\s?[-–—:]\s?\S.{1,120}$|"
        r"(?:источник|автор) (?:фото|изображения)\s?:\s?\S.{1,60}$|"
        r"(?:image source|image credit|fotoğraf kaynağı|автор фото|источник изображения|crédit photo|bildquelle),\s\S.{1,60}$|"
        r"(?-i:(?:AFP|REUTERS|EPA|AP|DPA|APA|IMAGO|KEYSTONE|ANP|EFE)\s?/\s?[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3})$|"
        r"(?:заглавное|титульное) фото\s?:\s?\S|\((?:source|image|photo|picture|quelle|foto|фото|источник|kaynak)\s?:\s?[^()]{2,40}\)$|"
        r"cc\s(?-i:[A-Z])[^.!?]{3,60},\s\S|"
        r"quelle\s?:\s(?-i:[^\W\d_a-zäöü])[^/.:]{2,40}\s/\s(?-i:[^\W\d_a-zäöü])[\w .-]{1,30}$|"
        r"(?:photo|image|picture)s? ?(?:credits?|source|by|courtesy)\b|credits?\s?:\s?\S|"
        rf"{COVER}\b|"
        r"(?:коллажды|суретті|суреттерді) (?:жасаған|түсірген|салған)\s\S|"
        r"автор(?:ы)? (?:фото|снимк\w+|коллажа)\s?[:–—-]|"
        r"(?:photo|photograph|фото|фотографи[яи]|foto|fotoğraf|сурет|суретте|suret|bild|коллаж|иллюстрация|illustrations?|"
        r"bildquelle|crédits?(?: photos?)?|image)\s?[:©]|"
        r"(?:фото|фотографи[яи]|фотоснимок) (?:пресс-службы|из (?:открытых источников|(?:личного )?архива|соцсетей)|с сайта|предоставлен\w+)\b|"
        r"illustrations? by\s|сурет(?:тер)?\s.{2,40}\s(?:алынды|алынған)\.?$|фото автора|(?:фото|foto|photo) [©(].{2,60}$|"
        r"(?:фото|foto|photos?|fotoğraf) (?-i:[^\W\d_a-zа-я]\w+)(?:\s(?-i:[^\W\d_a-zа-я]\w+)){0,2}$|"
        r"(?:(?:из )?открыты[ех] источник(?:и|ов)|ашық дерек\s?көз(?:і|дері|дерінен)?|open sources?|açık kaynak(?:lar)?)$|"
        r"(?:(?-i:[^\W\d_a-zа-я])[\w.]*\s){0,2}photos?\s?/\s?(?-i:[^\W\d_a-zа-я])[\w.-]+(?:\s(?-i:[^\W\d_a-zа-я])[\w.-]+){0,2}$|"
        r"(?:images?|photos?|pictures?|фото|foto|сурет)\s?\|\s?\S.{1,40}$|"
        r"[^\W\d_][\w .-]{2,40}/(?:РИА Новости|ТАСС|Reuters|"
        r"AFP|AP|EPA|Getty Images|Коммерсантъ|imago(?: images)?|dpa|picture alliance|Anadolu|Xinhua|TASS|Sputnik|Alamy|Shutterstock|ddp|epd)$|"
        r"(?-i:AP|AFP|EPA|Getty Images|REUTERS|Reuters|dpa|TASS|XINHUA|Xinhua|Shutterstock|Alamy|Sputnik|Anadolu|Flickr|imago)/"
        r"(?-i:[A-Z]\w[\w.’'-]*(?:\s[A-Z][\w.’'-]*){1,2})$|"
        r"[^\W\d_][^/\n]{2,60}\s/\s(?:handout(?: via [\w ]{2,20})?|(?-i:[A-Z]\w*(?:Press|press|PRESS|Photo|Images))|[\w.]{2,20} via [\w ]{2,20})"
        r"(?:\s/\s[\w ]{2,30})?$|"
        r"[^\W\d_][^|\n]{2,40}\s\|\svia\s(?-i:[^\W\d_a-zа-я])[\w ]{1,30}$",
        take_photo_credit,
    ),
    Rule("page control", PAGE_CONTROL.pattern, take_page_control),
    Rule(
        "text of a picture",
        r"(?-i:[A-Z]{3,}(?:-[A-Z]{3,}){2,5}(?:/[A-Z]*)?)$|"
        r"(?-i:[A-Z]?[a-z]{2,20}_[a-z]{2,20}(?:_[a-z0-9]{1,20}){1,6})$|"
        r"(?-i:[a-z]{2,20}(?:[-_][a-z0-9]{1,20}){1,8}[-_][a-z]{2,20})$|photo of (?P<shown>\S+(?:\s\S+){1,3}?)(?P=shown)\b.{2,80}$|"
        r"bild nicht (?:mehr )?verfügbar\.?$|(?:image|photo|picture) (?:is )?(?:not|no longer) available\.?$|(?:image|photo) non disponible\.?$|"
        r"(?-i:cover [A-Z])\w+$|[^\s/]{1,60}\.(?:jpe?g|png|gif|webp)$|[^/\n]{1,160}\w\.(?:jpe?g|png|webp)$|"
        r"(?:flag|coat of arms|emblem) of (?-i:[A-Z])[^.!?]{2,40}?(?:\.svg|\.png)?$|map indicating (?:the )?locations? of .{3,80}$|"
        r"!\[.{0,200}\]\(\S{1,300}\)$|"
        r"image [0-9]{1,3}$|vignette\s?:\s\S.{5,150}$|"
        r"иконка\s\S+(?:\s\S+){0,5}$|(?:avatar|author|profile) (?:photo|image|picture)$|(?:icon|image_logo|logo)$|"
        r"(?:аватар|avatar|profile (?:picture|photo)|image of|picture of)(?: of)?:?\s(?-i:[^\W\d_a-zа-я])\S*(?:\s\S+){0,3}$",
        take_text_of_picture,
    ),
    Rule("page header", r"[•·]?\s?[0-9]{1,2}/[0-9]{1,2}/(?:19|20)[0-9]{2}\s\S.{3,150}$", take_stamp_of_viewer),
    Rule("line of a ticker", r"\[\s?[0-9]{1,2}/[0-9]{1,2}/(?:19|20)[0-9]{2}\s?\]\s\S.{5,160}$", take_line_of_ticker),
    Rule("row of controls", r"(?:\[\s?[^\[\]]{3,40}\s?\]\s?){2,6}", take_row_of_controls),
    Rule("end mark", r"(?:ends?|the end|конец|-\s?(?:30|0)\s?-|#\s?#\s?#)$", take_end_mark),
    Rule("list of films", r"[0-9]{1,2}:[0-9]{2}$", take_films),
    Rule(
        "separator",
        r"[-–—_=*~•·.#+|/\\\s═─━]{3,}$|[|.,·•×✕*>–—-]$|[-–—]{2}$|\[(?:\.\.\.|…)\]$|(?P<mark>[!*#=~_])(?P=mark){2,}\s?\w{2,12}\s?(?P=mark){3,}$",
        take_separator,
    ),
    Rule("hashtags", r"#[^\W\d_]", take_hashtags),
    Rule(
        "advertisement",
        r"\[?(?:advertisement|реклама|на правах рекламы|anzeige|werbung|publicité|passer la publicité|reklam|жарнама)\]?$|"
        r"надоели баннеры\?.{0,80}$|"
        r"(?:advertisement\s?)?(?:article|story) continues(?: below)?.{0,30}$|"
        r"haberin devamı(?:reklam)?$",
        take_advertisement,
    ),
    Rule(
        "correction call",
        r"(?:if you (?:have )?)?(?:found|spotted|see|find|notice|noticed) (?:a|an) (?:spelling )?(?:mistake|error|typo)|"
        r"select the (?:error|mistake|text|typo).{0,30}ctrl|"
        r"(?:если (?:вы )?)?(?:нашли|заметили|заметите|найдёте|найдете|обнаружили) (?:ошибку|опечатку)|сообщить об ошибке|қате тапсаңыз|"
        r"fehler gefunden|"
        r"vous avez (?:signalé|trouvé|repéré) une (?:erreur|faute)|hata bildir",
        take_correction_call,
    ),
    Rule(
        "reply form",
        r"(?:последняя реплика|участники дискуссии)\s?:$|you have [0-9,]{2,6} characters (?:left|remaining)\b|title\s?:\s\S|"
        r"e-posta (?:hesabınız|adresiniz) yay[ıi](?:m|n)lanmayacak|your comment will be (?:revised|moderated|reviewed|published)\b|"
        r"your email address will not|votre adresse e-?mail ne sera|ihre e-?mail-adresse wird nicht|(?:ваше имя|ваш e-?mail|текст комментария)\s?:?$|"
        r"(?:оставлять|добавлять|писать) комментарии (?:могут|может)\b|вам необходимо войти\b|"
        r"войдите, чтобы|yorumlarınız\b|die kommentarfunktion|espace des contributions|enter your email|email address$",
        take_reply_form,
    ),
    Rule("fields of a form", rf"(?:{FIELD_OF_FORM.pattern})$", take_fields_of_form),
    Rule(
        "prompt to a writing machine",
        r"(?:please )?(?:rewrite|paraphrase|rephrase|summari[sz]e|translate|write|expand)\s"
        r"(?:(?:a|an|the|this|following|above|below|unique|seo|friendly)[\s-]){1,5}"
        r"(?:article|story|text|content|news|post|blog|piece)\b.{0,60}\b(?:words?|seo|headings?|plagiari\w+|unique|human|french|english|german|turkish|russian)\b",
        take_prompt,
    ),
    Rule(
        "reading time",
        r"(?:[—–•·|*-]\s?)?(?:[0-9]{1,3}:[0-9]{2} minuten$|(?:оқу үшін|oqý úshin)$|info\s?:\s?[0-9][0-9,]* words\b.{0,40}$|"
        r"[0-9][0-9,]* words\s?[0-9]+ pages?$|"
        r"(?:min(?:ute)?s? )?read$|[0-9]{1,3} minutes to read$|"
        r"lecture\s?:?\s?[0-9]+ min(?:utes?|\.)?$|[0-9]{1,2} mn(?: temps de lecture)?$|[0-9]+ min(?:ute)?s? read.{0,12}$|"
        r"(?:(?:estimated )?reading time|время (?:на )?чтени[яе]|читать(?= около|:)|"
        r"оқу уақыты|(?:temps|durée) de lecture|lesedauer|lesezeit|okuma süresi)"
        r"\s?:?\s?(?:ca\.?|circa|env\.?|environ|about|~|≈|около)?\s?[0-9].{0,16}$|"
        r"[0-9]+\s?(?:min\.?|mın|мин\.?|dk\.?|minutes?|минут\w?)(?: (?:lesedauer|lesezeit|read|чтения|de lecture|okuma|оқу үшін))?(?:\s\|.{0,30})?$)",
        take_reading_time,
    ),
    Rule(
        "headlines in a row",
        r"\S.{8,200}?\s[•·]\s+\S.{8,200}?\s[•·]\s+\S.{8,200}?\s[•·]\s|"
        r"(?-i:[A-ZА-ЯЁ«“\"].{15,200}?[a-zа-яё?!»][A-ZА-ЯЁ][a-zа-яё]+\s.{15,200}?[a-zа-яё?!»][A-ZА-ЯЁ][a-zа-яё]+\s)",
        take_row_of_headlines,
    ),
    Rule(
        "notice of an official site",
        r"an official website of the .{2,60}$|here['’]s how you know$|(?:a|official websites use) \.(?:mil|gov)\b.{5,140}$|"
        r"(?:a lock|secure \.(?:gov|mil) websites use)\b.{5,200}$|official websites use \.(?:gov|mil)$|share sensitive information only .{5,80}$",
        take_notice_of_official_site,
    ),
    Rule("call for support", r"your support (?:helps|makes|is|means|keeps)\b.{0,80}[^.]$|a message from .{3,40}:$", take_call_for_support),
    Rule(
        "call to readers",
        r"(?:уважаемые|дорогие) (?:читатели|посетители|друзья)\b[^.!?]{0,80}\b(?:просим|сообщаем|обращаем|предлагаем)\b|"
        r".{0,90}\bbecome a member (?:now|today)\b.{0,80}$|goal: [0-9]+ new (?:members|subscribers)\b.{0,160}$|"
        r"thanks for reading|hit the like|if you (?:like|liked|enjoyed)|soutenez-nous$|ce texte vous a plu|become a member|"
        r"(?:\S{1,20}\s?)?liked (?:this|the|our) (?:story|article|post|text)\?|"
        r"support (?:our|us\b|independent|the journalism\b|(?:local|free|fearless|investigative|quality) (?:journalis|report|news))|"
        r"what do you think(?: (?:of|about) (?:this|it)(?: \w+)?)?\?$|have a story to tell\?|you can clap\b|dreaming of a career\b.{0,60}\?$|"
        r"want to (?:write|contribute) (?:for|to) us\?|"
        r"(?:please )?(?:donate|consider (?:donating|supporting|making))\b|d(?:id|o) you (?:enjoy|like|find)\b|like (?:this|"
        r"what you)\b.{0,10}\?|enjoy(?:ed|ing) this|"
        r"help (?:us )?keep (?:our|us)\b|you have read [0-9]|you(?:['’]re| are) (?:reading(?! ?:)|out of)\b|merci d[’']avoir lu|"
        r"si vous avez (?:un peu|aimé)|en vous abonnant\b|"
        r"понравил(?:ась|ся|ось) .{0,20}\?|сообщи друзьям|поддержите\b|tell us what you think|have your say|"
        r"что (?:вы )?(?:об этом )?дума(?:ете|ешь)(?: об этом)?\?$|"
        r"unterstützen sie|hat ihnen (?:der|dieser) |soutenez\b|bizi destekle|"
        r"(?:бұл бет|эта страница|was this).{0,30}\?$|contact the writer|contribuer$|vous souhaitez",
        take_reader_call,
    ),
    Rule(
        "previous and next",
        rf"(?:{PAGING_ALONE.pattern})|post navigation$|"
        r"[-–]\s?<?\s?(?:назад|вперёд|вперед|previous|next)(?:\s-\s(?:вперёд|вперед|next))?\s?>?$|"
        rf"{MORE_IN_CATEGORY.pattern}|"
        rf"[←→]\s?\S|.{{2,80}}\s→$|<\s?(?:предыдущая|previous|précédent)|sommaire\s?<|"
        rf"previous article\S|(?:previous|next|предыдущая|следующая)\s?:\s?\S|next post\b|previous post\b",
        take_paging,
    ),
    Rule(
        "software of the site",
        r"(?:proudly )?powered by\b|site (?:designed|built|made)\b|(?:хостинг|дизайн|разработ(?:ка|ано))\b|wordpress\b|theme:|best viewed|"
        r"мы в социальных сетях",
        take_software,
    ),
    Rule(
        "disclosure of funding",
        r"déclaration d[’']intérêts$|partenaires$|.{3,80} apporte un financement en tant que membre .{3,60}$|"
        r"disclosure statement$|partners$|no potential conflict of interest was reported by the authors?|"
        r".{3,80} provides funding as an? .{0,20}(?:member|partner) of .{3,60}$",
        take_disclosure,
    ),
    Rule(
        "disclaimer",
        r"(?:the )?(?:contents?|views|opinions|what is written)\b.{0,80}\b(?:mine|my own)\b.{0,160}"
        r"\b(?:government|peace corps|employer|organi[sz]ation)|"
        r"(?:the )?(?:views|opinions)(?: and opinions)? expressed|мнение (?:автора|редакции) (?:может|не)|автор пікірі|les (?:propos|opinions)|"
        r"die .{3,40} vertritt allein|"
        r"\S{2,20} has been declared an? .{0,3}(?:undesirable organi[sz]ation|foreign agent)|"
        r"this (?:material|article|publication) (?:has been|was) (?:prepared|produced|created) (?:in the framework|within the framework|as part)\b|"
        r"d(?:as|ie|er) \S.{2,40} gibt (?:allein )?die (?:auffassung|meinung) de[rs] autor|this (?:interview|text) has been edited|our standards:",
        take_disclaimer,
    ),
    Rule(
        "citation note",
        r"in\s?:\s[^()]{2,60}\((?:eds?|hg|hrsg|dir)\.?\),?\s.{5,160}\b(?:pp?|s)\.\s?[0-9]{1,4}(?:\s?[-–]\s?[0-9]{1,4})?\.?$|"
        r"citation / quotation$|(?:auteur / author|titre de l[’']article / article title|chapeau / header|date de (?:publication|mise en ligne|"
        r"la consultation) / date of \w+)\s?:|"
        r"(?:pour citer|how to cite|to cite this|(?:please )?cite this (?:article|as)|"
        r"(?:recommended |suggested )?citation\s?:|zitier(?:weise|vorschlag|en als)|"
        r"для цитирования|ссылка для цитирования|référence (?:électronique|papier)|mis en ligne le\b.{4,40}\bconsulté|received\b.{4,40}\baccepted|"
        r"(?:when|while|if) (?:quoting|citing|using|reprinting)\b.{0,60}\b(?:link|reference|source)\b|"
        r"(?:статья )?поступила\b.{4,60}\bпринята|kaynak gösterimi|atıf için)",
        take_citation_note,
    ),
    Rule(
        "supervisor of a thesis",
        r"(?:supervised by\b|(?:(?:scientific|research|thesis) )?(?:supervisor|advis[eo]r)s?\s?:|научный руководитель\s?[:–—-]|"
        r"ғылыми жетекші(?:сі)?\s?[:–—-]|(?:tez )?danışmanı?\s?:|(?:erst|zweit)?(?:betreuer|gutachter)(?:in)?\s?:|"
        r"(?:directeur|directrice) de (?:thèse|mémoire)\s?:)\s?(?-i:[^\W\d_a-zа-яё]).{3,100}$",
        take_supervisor,
    ),
    Rule(
        "facts of an entry",
        r"[0-9][0-9,.]* sq (?:km|mi) \([0-9][0-9,.]* sq (?:mi|km)\)$|\((?:19|20)[0-9]{2} est\.\)\s?:\s?[0-9][0-9,.]*$",
        take_facts_of_entry,
    ),
    Rule("record of a file", r"(?:view (?:full|original) text|(?:document )?details)$", take_record_of_file),
    Rule(
        "entry of a blog",
        r"(?:this entry was posted|posted|filed) (?:in|under)\b.{2,300}\b(?:tagged|bookmark the permalink)\b.{0,400}$",
        take_entry_of_blog,
    ),
    Rule(
        "note of an agency",
        r".{0,200}\babonelik için lütfen iletişime geçiniz\.?$|"
        r"на сайте (?:агентства|информагентства) \S{2,24} .{0,120}\bабонентам\b|"
        r"written by .{3,60} based on reporting by .{3,120}$|"
        r"(?:\S{2,20}\s){1,5}website contains only\b|\S{3,12} ajansı web sitesinde\b|\S{3,12} (?:agency|агенттігі\S*) веб-сайтында\b|"
        r".{0,120}\b(?:receives|received) support\b.{0,200}\bsolely responsible\b|"
        r"(?-i:[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}) reported from (?-i:[A-Z][^.!?]{2,120})\.(?: [^.!?]{3,160} contributed\b[^.!?]{0,60}\.)?$|"
        r"(?-i:[A-Z][\w.’'-]+(?:,?\s(?:and\s)?[A-Z][\w.’'-]+){0,9}),? contributed "
        r"(?:reporting|to (?:this|the) (?:report|story|article))\b[^.!?]{0,60}\.?$|"
        r"this story originated in [^.!?]{3,60}\.(?: some (?:information|material) [^.!?]{3,80}\.)?$|"
        r"some (?:information|material) (?:for|in) this report [^.!?]{3,60}\.$",
        take_note_of_agency,
    ),
    Rule(
        "signature of a post",
        r"[—–-]{1,2}\s?[^@\n]{2,60}\s\(@\w{2,20}\)\s?(?:[^\W\d_]{3,9}\.?\s[0-9]{1,2},?\s|[0-9]{1,2}\.?\s[^\W\d_]{3,9}\.?,?\s)(?:19|20)[0-9]{2}\.?$",
        take_signature_of_post,
    ),
    Rule(
        "note of translation",
        r"[\[(]?(?:provisional translation)[\])]?$|"
        r"\(?(?:unofficial translation|неофициальный перевод|бейресми аударма|nichtamtliche übersetzung|traduction non officielle|"
        r"gayri ?resm[iî] çeviri)\)?\.?$",
        take_note_of_translation,
    ),
    Rule(
        "note on the text",
        r"\*?(?:the |all )?(?:views?|opinions?)(?:,? (?:and|or) (?:opinions?|views?))?,? (?:expressed|presented|stated|are (?:those|"
        r"the author|personal))|"
        r"disclaimer\b|dmca(?: / removal request)?$|if you are the (?:original )?(?:writer|author) of this (?:essay|paper|article|work)\b|"
        r"\*?\s?traduite? (?:de l[’'](?:anglais|allemand|italien|espagnol)|du (?:russe|kazakh|turc|chinois)) par\b|"
        r"\*\s?(?:translated from (?:the )?\w+ by|aus dem \w+ (?:übersetzt )?von|перевод(?:ено)? с \w+)\b|"
        r"a version of this (?:article|op-ed|story)|(?:commentary|critical questions|this (?:blog|series)) is (?:produced|published) by|"
        r"this (?:article|commentary|post|piece|op-ed|essay|analysis|text|opinion|report|work|story|interview) (?:is|was|has been|does|"
        r"may|represents?|"
        r"reflects?|expresses|"
        r"gives)\b(?! (?:first|originally|also available|more than|over [0-9]))|(?:the )?(?:institute|journal|magazine|editors?|publisher|"
        r"center|centre) (?:does|do) not\b|"
        r"(?:мнение|точка зрения|позиция) (?:автора|авторов|редакции)|редакция (?:может|не )|редакцияның|"
        r"anadolu ajansı web|.{0,60}abonelerine\b|yazıda yer alan|bu yazı(?:da|nın)\b|dieser (?:artikel|beitrag|text) (?:erschien|ist|gibt|wurde)|"
        r"cet article (?:est|a été|n[’'])|ce (?:texte|billet) (?:est|a été|n[’'])",
        take_note_on_text,
    ),
    Rule(
        "library banner",
        r"\[(?:house|senate|joint)\b.{0,60},\s.{3,24}\scongress\]$|\[from the u\.\s?s\. government (?:publishing|printing) office\]$|"
        r"размещено на https?://\S+$|отправить свою хорошую работу в базу знаний|студенты, аспиранты, молодые уч[её]ные, использующие базу знаний|"
        r"content uploaded by\b.{2,60}$|all content in this area was uploaded by\b.{2,80}$|"
        r"scielo(?:\s[–—-]\s.{5,60})?$|dive into the research topics of\b|"
        r"i\s?(?:надоели баннеры|не можете найти|другие темы)|текст научной (?:работы|статьи) на тему\b|похожие темы научных работ",
        take_library_banner,
    ),
    Rule("other posts", r"\w.{10,150}$", take_posts_with_days),
    Rule(
        "library number",
        r"(?:irsti|mrnti|ғтамр)\s?:?\s?[0-9][0-9.,;\s]{2,40}$|"
        r"(?:удк|мрнти|әож|ғтахр|ббк|udc|udk|issn|doi)[\s:№]\s?[0-9./()x-]{3,}|"
        r"(?:orcid(?: id)?|researcher ?id|scopus(?: author)? id|spin)\s?:\s?\S{4,60}$|"
        rf"{IMPRINT.pattern}|(?:размер файла|өлшемі)\s?[0-9][0-9.,]*\s?[kкmм]b?\.?$|#[0-9]{{3,7}}$|"
        r"(?:[#©]\s?)?(?:springer(?:-verlag|\snature|\sscience)|elsevier|taylor (?:&|and) francis|wiley|sage publications)\b"
        r"[^.!?]{0,60}(?:19|20)[0-9]{2}$|"
        r"https?://(?:dx\.)?doi\.org/\S+$|doi:\S+$|(?-i:[1-5]\.[0-9]{1,2}\.[0-9]\.?\s[А-Я][а-я])",
        take_identifier,
    ),
    Rule(
        "agency signature",
        r"\([a-zа-я]{2,5}(?:/[a-zа-я]{2,5}){0,2}\)$|(?-i:[a-zäöü]{2,6}(?:\s?/\s?[a-zäöü]{2,6}){1,3})$|/[^/\s][^/]{1,30}/$|"
        r"(?-i:[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3})$|[-–]{1,2}(?-i:[0-9]{1,3}[A-Z]{0,2})[-–]{1,2}$|(?-i:[A-Z]{4,10}[0-9]{10,30}[A-Z]{0,4}[0-9]{0,20})$",
        take_agency_signature,
    ),
    Rule(
        "source line",
        r"@?(?:source|original|оригинал|источник|дереккөз|quelle|kaynak)\s?[:–—-]\s?(?:https?://\S+|[\w-]{2,40}(?:\.[\w-]{2,20}){1,3})$|"
        r"via (?-i:[A-Z])[\w.]*(?:\s(?-i:[A-Z])[\w.]*){0,3},\s(?:featured image|photo|image)\s?:\s?\S.{1,80}$|"
        r"from the print edition(?:\s?:\s?\S.{1,40})?$|"
        r"(?:source|источник|дереккөз|quelle)\s?[:–—-]\s?\S.{1,80}$|(?-i:SOURCE)\s\S.{1,60}$|based on materials? (?:from|of)\b.{2,60}$|"
        r"courtesy(?: of)?\s?:?\s(?-i:[^\W\d_a-zа-яё]).{1,50}$|\(?with (?:inputs|reporting) (?:from|by)\b.{2,60}$|\(?with .{2,30} inputs\)?$|"
        r"по материалам .{2,60}$",
        take_source_line,
    ),
    Rule(
        "wall call",
        r"get all your news in one place\.?$|[0-9]{2,4}[’']?s of premium titles\.?$|one app\.?$|start reading$|"
        r"install this application on your home screen\b.{0,120}$|just tap share then\b.{0,60}$|my fp: follow topics\b.{10,200}$|"
        r"keep reading with an? .{2,12} (?:free )?trial|subscribe to .{3,50} to keep reading\b|"
        r"this (?:post|article|story|content) is (?:only )?(?:for|available to|reserved for) .{0,30}(?:subscribers|members)\b|"
        r"(?:votre abonnement|your subscription|ihr abo(?:nnement)?) (?:vous permet d.accéder|(?:gives|lets) you|ermöglicht ihnen)\b.{0,60}$|"
        r"(?:article )?réservé aux abonnés$|nur für abonnent(?:en|innen)$|(?:for )?subscribers only$|только (?:для|по) подписк?(?:чиков|е)$|"
        r"already have an account\?|this is a premium|already a subscriber|subscribe to (?:continue|read|unlock)|register to read|to (?:read|"
        r"continue reading) (?:the full|this)|"
        r"(?:читать|полный текст|полная версия).{0,20}(?:доступ|подписчик)|статья доступна|déjà abonné|cet article est réservé|"
        r"il vous reste|vous avez encore [0-9]+\s?%|abonnez-vous (?:maintenant|pour)|weiterlesen mit|"
        r"(?:\.{3}|…)?\s?(?:le reste|la suite) de cet article est|(?:der rest|die fortsetzung) (?:des artikels|dieses artikels) ist|"
        r"(?:the )?(?:rest|remainder) of this (?:article|story|post) is (?:only )?(?:for|available|reserved)|"
        r"jetzt (?:weiterlesen|anmelden)|devamı için üye",
        take_wall_call,
    ),
    Rule(
        "biography",
        r"author['’]?s?['’]? bios?\s?:|"
        r"about the author(?:s|\(s\))?:?$|об автор(?:е|ах):?$|автор туралы:?$|(?:über (?:den|die)|zum|zur|zu den) autor\w*:?$|"
        r"à propos d(?:e l[’']|es )auteure?s?\s?:?$|"
        r"yazar hakkında:?$|notes on contributors?$|"
        rf"(?:[•·–—-]\s?|\*)?(?:the )?(?:author|writer|contributor)s?{OF_THIS_TEXT}"
        r"(?:,.{3,80}?,)? (?:is|was|are|were|teaches|works|serves|has|"
        r"holds|studies|lives)\b|автор(?:ы)? (?:—|–|-|является)\s|(?:der|die) autor(?:in|en|innen)?(?:,.{3,80}?,)?\s(?:ist|sind|lehrt|arbeitet)\b|"
        r"l[’']auteure?(?:,.{3,80}?,)? (?:est|enseigne|s[’']exprime)\b|yazar,?\s.{0,60}(?:üyesi|uzmanı|başkanı)",
        take_author_heading,
    ),
    Rule(
        "field label",
        r"(?:citation / document symbol|cite as|reference|other languages / attachments|disclaimer|document type|publisher|"
        r"comments)\s\|\s\S.{0,600}$|"
        r"(?:prononcée? le|intervenant\(?e?s?\)?s?|circonstance|texte intégral|full text|"
        r"number of pages|year-number|sayfa sayısı|"
        r"полный текст|occasion|anlass|schwerpunktthema)\s?(?::.{0,160})?$",
        take_label_of_speech,
    ),
    Rule(
        "registry number",
        r"(?:регистрационный номер|тіркеу нөмірі|(?:исх|шығыс)\.?\s?№)[\s:]{0,3}[^\s]{0,20}$|№\s?[0-9]+[-/][0-9/-]{1,12}$|"
        r"no\.\s[0-9]{1,4}(?:[-/][0-9]{2,4})?$",
        take_registry_number,
    ),
    Rule(
        "box of a broadcaster",
        r"(?:role|title|unvan|место работы|должность|rôle|fonction|reporting from|bildirdiği yer|сообщает из|репортаж из|depuis|twitter|x|instagram)"
        r"(?:,\s|\s(?=из\b)|(?<=сообщает из)\s)\S.{0,60}$|(?:haber bilgisi|article information|информация о статье|à propos de cet article)$",
        take_box_of_broadcaster,
    ),
    Rule(
        "contact person",
        r"(?:ansprechpartner(?:in|innen)?|(?:presse)?kontakt|rückfragen|(?:press|media) (?:contacts?|enquiries)|contacts? (?:presse|médias?)|"
        r"basın irtibatı|irtibat|контакты для (?:сми|прессы))\b[^.!?:\n]{0,60}:$|"
        r"for (?:additional|more|further|press|media) (?:information|details|enquiries|inquiries),? (?:please )?(?:contact|write to|call)\b",
        take_contact_person,
    ),
    Rule(
        "translator",
        r"(?:translated by|traduite? par|übersetzt von|(?:çeviren|перевод(?:чик)?(?: с \w+)?|перев[её]ла?|редактор|корректор|аударған|аудармашы):)\s"
        r"(?-i:[^\W\d_a-zа-яё])[\w.’' -]{3,50}$",
        take_translator,
    ),
    Rule(
        "broadcast note",
        r"über dieses thema berichtete|diese (?:nachricht|meldung) wurde am .{6,40} gesendet|"
        r"dieser (?:beitrag|text) (?:lief|erschien|wurde)|(?:dieses|das) thema im programm|this (?:story|"
        r"report) (?:aired|was broadcast)",
        take_broadcast_note,
    ),
    Rule(
        "event note",
        r"this (?:event|webinar|discussion|panel) (?:will be|was) (?:held|recorded|live-?streamed)\b.{0,80}$",
        take_event_note,
    ),
    Rule(
        "tags above the text",
        r"(?:keywords|tags|categories|topics|issues|filed under|метки|теги|ключевые слова|schlagw(?:ö|oe)rter|étiquettes|mots-clés|etiketler)\s?:$",
        take_tags_above_text,
    ),
    Rule(
        "label without its value",
        r"(?:published(?: on)?|posted(?: on)?|generated(?: on)?|(?:last )?updated|editor[’']s note|"
        r"date(?: of publication)?|опубликовано|дата(?: публикации)?|жарияланды|жарияланған күні|"
        r"veröffentlicht(?: am)?|erschienen(?: am)?|publié(?:e)?(?: le)?|yayınlanma(?: tarihi)?|yayın tarihi)\s?:$|published$|"
        r"(?:[-–•]\s)?(?:publiée?|parue?|mise? en ligne) le$|"
        r"(?:publiée? le|veröffentlicht am|published on|yayınlanma tarihi)\s"
        r"(?:mis à jour|zuletzt aktualisiert|updated|güncellenme)(?: (?:le|am|on|tarihi))?$|"
        r"(?:film)?beschreibung$|"
        r"(?:son )?güncelle[nm]\w{1,4}(?: tarihi)?\s?:$",
        take_label,
    ),
    Rule(
        "masthead",
        r"(?:editor[- ]in[- ]chief|managing editor|главный редактор|бас редактор|chefredakteur(?:in)?|rédact(?:eur|rice) en chef|"
        r"genel yayın yönetmeni)\s?:\s?\S",
        take_masthead,
    ),
    Rule(
        "day without a year",
        rf"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? {_DAY_OF_MONTH}$|{_DAY_OF_MONTH},? (?:at )?[0-9]{{1,2}}:[0-9]{{2}}$|"
        rf"[0-9]{{1,2}}:[0-9]{{2}},? (?:{_DAY_OF_MONTH})(?:\s?(?-i:Author):.{{0,60}})?$|updated:\s(?:{_DAY_OF_MONTH})$|"
        rf"[0-9]{{1,2}}\.? (?:{MONTH})\.?$|[0-9]{{1,2}}[:.][0-9]{{2}}\s?[ap]\.?m\.?$",
        take_day_without_year,
    ),
    Rule(
        "shortcode",
        r"\[/?[a-z][a-z0-9]*(?:[_-][a-z0-9_-]{1,30}(?:\s[^\[\]]{1,160})?|"
        r"(?:\s[a-z_-]{2,20}=[\"“”'][^\"“”'\[\]]{0,80}[\"“”']){1,8})\]$",
        take_shortcode,
    ),
    Rule("repeated lead", r"\S.{30,}[.!?…]$", take_repeated_lead),
    Rule("empty value", r"(?:\[:[a-z]{2}\]|none|null|undefined|nan|n/a|(?-i:true|false|close)|закрыть)$", take_empty_value),
    Rule(
        "language switch",
        r"diese seite ist (?:nicht|nur) auf .{3,80}$|este documento não está disponível na sua língua\b.{0,120}$|"
        r"lien vers la version \w+ de (?:l[’']|cet )article\.?$|"
        r"cette page n[’']est pas disponible en .{3,80}$|this page is not available in .{3,80}$|"
        r"читайте (?:этот|данный) (?:материал|текст) на \w+\.?$|бұл (?:материалды|мақаланы) \w+ тілінде оқыңыз\.?$|"
        r"bu (?:yazı|haber|içerik) şu dillerde de mevcuttur|"
        r"(?:auch|dieser artikel ist auch) (?:verfügbar )?(?:auf|in) (?:englisch|russisch)\b.{0,40}$|"
        r"(?:lire|read|oku) (?:en anglais|in english)$|"
        r"this (?:post|article|page) is also available|translated automatically|(?:read|available) in (?:english|russian|kazakh)|"
        r"(?:читать|доступно) на .{4,20}языке|(?:english|русский|қазақша|türkçe)(?: (?:english|русский|қазақша|türkçe|deutsch|français)){1,4}$|"
        rf"{_CODE_OF_LANGUAGE}(?:\s?[\s|/·•]\s?{_CODE_OF_LANGUAGE}){{1,5}}$",
        take_language_switch,
    ),
    Rule(
        "address of the page",
        r"(?:https?://\S{4,100}\s?){2,5}$|"
        r"(?:толығырақ|подробнее|read more|more (?:information|at)|weitere informationen|plus d[’']informations)\s?:\s?(?:https?://|www\.)\S+$|"
        r"(?:ссылка|постоянный адрес .{2,20}|адрес статьи|permalink|short link|url|link|link to (?:this )?(?:article|"
        r"page))\s?[:–—-]\s?(?:https?://|www\.)\S+$",
        take_address,
    ),
    Rule(
        "age of the page",
        r"this (?:article|story|post) is (?:more than |over )?[0-9]+ (?:years?|months?) old\.?$|"
        r"this is (?:historical|archived|an archive[d]?)\b.{0,60}\b(?:material|content|page|site|website)\b|"
        r"diese (?:web)?seiten? (?:werden|wird) .{0,80}nicht mehr (?:gepflegt|aktualisiert)\b.{0,160}$|"
        r"(?:you are viewing|this page contains) (?:an? )?(?:archived|historical)\b|"
        r"information identified as archived\b|"
        r"(?:this|the) (?:web ?page|page|(?:web)?site|content)(?: on this page)? (?:is|has been) "
        r"(?:archived|no longer (?:being )?(?:updated|maintained))\b",
        take_age_of_page,
    ),
    Rule("address of the author", r"(?:e-?mail\s?[:–-]?\s?)?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}$", take_address_of_author),
    Rule(
        "fields of research",
        r"(?:forschungsgebiete?|fields? of research|areas? of (?:expertise|research)|research (?:areas?|interests?)|domaines? de recherche|"
        r"направления исследований|область исследований|araştırma alanları)\s?:?$",
        take_fields_of_research,
    ),
    Rule("name on a network", r"@[A-Za-z0-9_]{2,30}$", take_name_on_network),
    Rule("message header", r"(?:от|from|кімнен|von)\s?:\s?\S", take_message_header),
    Rule(
        "weather and rates",
        r"(?:(?:clear|blue) sky|(?:few|scattered|broken|overcast) clouds|(?:light|moderate|heavy) (?:rain|snow)|"
        r"(?:partly|mostly) (?:cloudy|sunny)|weather|"
        r"ясно|пасмурно|облачно с прояснениями)$|"
        rf"(?:курсы? валют\w*|валюта бағам\w*)\s?:?$|{TEMPERATURE.pattern}$|"
        r"(?=.*(?:[0-9]\s?°|\busd\b|\beur\b|\bdolar\b|\beuro\b|\baltın\b))(?=.*[0-9])(?!.*\b(?:usd|eur|euro|dolar)\s[0-9.,]+\s(?:million|billion|mn|bn)\b).{4,120}$",
        take_rates,
    ),
    Rule("related links", rf"{RELATED_HEAD.pattern}|{_RELATED_INLINE.pattern}", take_related_links),
    Rule("about the publication", ABOUT_PUBLICATION.pattern, take_about_publication),
    Rule("icons of a font", r".{0,60}[\ue000-\uf8ff\U000f0000-\U0010fffd]", take_icons),
    Rule("words of controls", r"\S{1,24}(?:\s\S{1,24}){0,14}$|(?:\S{1,24}\s){0,4}\S{0,12}icon\b", take_words_of_controls),
)
