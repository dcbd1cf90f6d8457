"""What a page can be worked with, left in a copy of it: words to click on, the names of icons, rows of buttons."""

from __future__ import annotations

import re

from articles.ingest.dates import find_dates
from articles.ingest.lines import consists_of_controls
from articles.ingest.page import Page
from kzarchive.patterns import Pattern

PAGE_CONTROL = Pattern(
    r"[«»<>←→↑\s]{0,4}(?:back(?: to (?:top|list|news))?|to (?:the )?top|print(?: (?:this|version|page|article)){0,2}|"
    r"(?:previous|prev|next)(?: (?:article|post|page|news))?|"
    r"e-?mail (?:this )?to a friend(?:\s+print(?:able|er-friendly)? version)?|"
    r"video player(?:\s?close| cover image)|kaltura|"
    r"(?:hamburger|burger|menu|search|close|share|caption|dropdown|chevron) (?:icon|arrow)(?:\s?caption)?|"
    r"(?:want|would you like) to (?:learn|know|read) more\??|visit (?:the|our) .{3,40}(?:library|page|website|site|hub)|"
    r"read more|continue reading|(?:table of )?contents|inhalt(?:sverzeichnis)?|sommaire|содержание|içindekiler|мазмұны|"
    r"[0-9]{1,2}:[0-9]{2}(?:\s?/\s?[0-9]{1,2}:[0-9]{2})?(?=$)|responsive image|view original|"
    r"(?:save|add) to (?:bookmarks|favou?rites)|(?:добавить|сохранить) в (?:закладки|избранное)|logo|"
    r"post cover|front cover|copied!?|"
    r"(?:[0-9]{1,2} / [0-9]{1,2} )?show caption \+ hide caption(?= –)|.{2,60}[’']s avatar|[∙·•]?\s?paid|open in app|get app|upgrade to paid|"
    r"(?:un(?:e nouvelle| article)? de|from|aus|материал из|vikihaber|wikinews)\s?wiki\w+,\s.{10,90}|"
    r"an expert[’']s point of view on a current event|[0-9]{1,2} of [0-9]{1,2}|open access(?:\s?(?:article|review|communication|editorial))?|"
    r"download keyboard_arrow_down.{0,80}|"
    r"click here for (?:the )?(?:full )?(?:pdf|text|report|paper)|ree|"
    r"top of page|bottom of page|author topic:\s.{3,160}\(read [0-9]{1,9} times\)|"
    r"[0-9]+ members? and [0-9]+ guests? (?:is|are) viewing this topic\.?|"
    r"nouveau! commente et enregistre|enregistrez l[’']article que vous .{5,80}|mehr «[^«»]{2,40}»|okunma süresi|"
    r"öne çıkanlar\s\S.{5,120}|бесплатный доступ|[0-9]{1,3} dakika|"
    r"ad image|edit post|"
    r"search for other papers by\b.{2,80}|lade inhalte|this audio (?:version )?(?:is|was) (?:created|generated)\b.{3,40}|"
    r"diese audioversion wurde .{3,60}|pobierz ten materiał.{0,30}|install the app|"
    r"[-–•*]\s(?:english|arabic|russian|french|spanish|chinese|русский|қазақша|türkçe)|"
    r"şriftin ölçüsünü dəyiş|к содержанию|на модерации отложенный|article content|comment post|(?:fenster (?:schließen|drucken)\s?[|]?\s?){1,2}|"
    r"version (?:standard|imprimable)(?:version imprimable)?|our prize-winning journalism has moved|"
    r"get access to more than [0-9]+ brands\b.{0,90}|table of contents share qr.{0,20}|qr|"
    r"version [0-9]{1,3} of [0-9]{1,3}\.?|off the wire|(?:minus|plus)|archive for (?!.*[0-9]{4}).{2,40}|"
    r"(?:[-+]a\s?){1,2}a(?:\s?[-+]?a[-+]?){0,2}|"
    r"(?:adjust )?font size:?|top banner|search within full text|review products|rights & permissions.{0,40}|type|author content|"
    r"content may be subject to copyright\.?|"
    r"(?:(?:přeskočit|přejít) na|przejdź do|preskoči(?:ť)? na|ugrás a|gå til|hoppa till|siirry|saltar al|vai al|ir para o|пераход да|перейти до)"
    r"\s[\w ]{3,30}(?:\s?\|\s?\w[\w ]{3,40}){0,3}|"
    r"(?:skip|jump) (?:\w+ ){1,4}(?:content|navigation|menu|search)(?:\s?skip to \w+)?|"
    r"zum (?:haupt)?inhalt(?: (?:springen|wechseln))?|(?:zur )?navigation springen|jetzt abonnieren\b.{0,60}|bottalk|"
    r"(?:skip to )?navigation\s[–—-]\s(?:plan du site|site map|sitemap)|"
    r"(?:you are on page|vous êtes sur la page|sie sind auf seite)\s[0-9]{1,4}\s?(?:of|sur|de|von)\s?[0-9]{1,4}|"
    r"(?:metni )?(?:büyüt|buyut|küçült|kucult)|"
    r"audio (?:herunterladen|download)|(?:artikel|beitrag|text) (?:an|vor)hören|(?:artikel )?merken|"
    r"get emails about this page|listen to (?:this )?(?:article|story)(?: now)?|écouter l[’']article|прослушать (?:статью|новость)|haberi dinle|"
    r"hier klicken(?: für (?:mehr|weitere) \w+)?|click here for more \w+|cliquez ici pour (?:plus|en savoir) .{2,30}|"
    r"(?:daha fazla|detaylı|ayrıntılı) bilgi için tıklayın(?:ız)?|"
    r"(?:go|back|return|switch) to (?:the )?(?:main|full|desktop|mobile|original|regular) (?:web)?(?:site|version|page)|"
    r"(?:get|download|save|open) (?:this|the) (?:article|text|document|file|paper|report)(?:\s?:\s?(?:download|pdf|print))?|"
    r"(?-i:[a-z]{2,12}(?:_[a-z]{2,12}){1,4})|"
    r"(?:страницы|pages|seiten|sayfalar|беттер)\s?:(?:\s?[0-9]{1,2}){2,12}|"
    r"источник (?:фото|изображения)|(?:қазақ|орыс|ағылшын) тіліне аудару|перевести на (?:русский|казахский|английский)(?: язык)?|"
    r"версия для печати|распечатать|наверх|назад|оглавление|размер шрифта|увеличение на [0-9]{1,3}%|читать на сайте \w[\w ]{1,30}|"
    r"(?:schriftgr(?:ö|oe)(?:ß|ss)e|(?:font|text) size|taille (?:du texte|de police)|yazı boyutu)\b.{0,12}|"
    r"partager cet article(?:\s?(?:discussion|close button)){0,2}|copier/coller le lien\b.{0,90}|loader|suivez[- ]nous(?: sur)?|"
    r"sie lesen gerade:?|zurück|retour|geri dön|далее|подробнее|к списку|drucken|imprimer|yazdır|"
    r"print(?:able|er-friendly)? version(?: / .{4,40})?|back to (?:the )?previous .{2,60}|"
    r"(?:[•*-]\s)?(?:read|download|view|see|find) the (?:full |joint )?"
    r"(?:summary|report|paper|brief|article|publication|pdf|statement|letter|submission)(?: in full)? here|"
    r"download(?: pdf)?|télécharger(?: le pdf)?|cite(?: this article)?|citer cet article|"
    r"(?:(?:category|tag|author|monthly) archives?\s?:?\s.{2,40}|daily archives?\s?:?\s(?!.*[0-9]{4}).{2,40})|"
    r"posts|featured(?: posts?)?|showing posts (?:from|with|matching|labell?ed) .{2,40}|.{1,200}\sskip to (?:main )?content|"
    r"full (?:article|text|report|version) (?:is )?available(?: (?:here|at|on))?\s?:?|read aloud|listen|слушать|"
    r"(?:tell|send to|e-?mail(?: to)?) a friend|(?:abonné\s)?font size(?:\s\w{3,12})?|"
    r"(?:from )?follow (?-i:[A-Z][a-z]+\s[A-Z][a-z]+)|читайте на украинском языке|"
    r"[^\w\n]{1,12}[0-9]{1,2}\s?px|(?:(?:e-?mail|print|zoom\s?[+-])\s?){2,6}|"
    r"(?:a[+-]\s?){1,4}|(?:a[+-]?\s?){2,4}|(?:(?:размер )?шрифта?|интервал|закладка|yazı boyutu)\s?:.{0,12}|"
    r"favorilere ekle|aller au contenu.{0,60}|"
    r"direkt zum \w+(?: springen)?|(?:перейти к (?:основному )?(?:содержанию|навигации|поиску)\s?){1,3}|"
    r"негізгі мазмұнға өту|версия для (?:слабовидящих|людей с ограниченными возможностями)|басына қайту|to the home page|"
    r"reuse this content|plus d’informations|lire la suite|(?:slide )?[0-9]{1,2} (?:из|of|von|sur|ден) [0-9]{1,2}|подписаться на|"
    r"нажмите,? чтобы узнать больше|free article usually reserved for subscribers|listen share|"
    r"listen to this (?:article|story)\.|enjoy more audio and podcasts on .{2,30}|no media source currently available|"
    r"your browser does not support the <?(?:audio|video)>? (?:element|tag)\.?|link copied|"
    r"the code has been copied to your clipboard\.?|view all partners|we believe in the free flow of information|republish this article|"
    r"republish our articles for free\b.{0,80}|"
    r"become an author(?: sign up as a reader)?(?: sign in)?|program(?:me)? mobile hero image|"
    r"see all remove|"
    r"gift a subscription|to enjoy additional benefits|connect with us|click (?:here )?to (?:learn|find out) more|"
    r"devamını oku|weiterlesen|(?:yazarın )?tüm yazıları|all (?:articles|posts|stories)(?: by .{2,40})?|все (?:статьи|материалы|"
    r"публикации) автора|"
    r"alle (?:artikel|beiträge)(?: von .{2,40})?|tous (?:les|ses) articles.{0,30}|барлық (?:мақалалары|жазбалары)|"
    r"читать \S+\.[a-z]{2,4} в(?=$)|"
    r"читать далее|толығырақ|толық оқу|tüm yazıları|ответить(?: цитировать)?|reply|like loading|full article(?: figures.{0,80})?|"
    r"haberin devamı|жүктелуде|loading|search|поиск|іздеу|menu|мәзір|☰.{0,40}|favoris|"
    r"abone ol|[-–•]?\s?split view|[-–•]?\s?share icon(?: share)?|(?:insight|featured|hero|header|cover) image|"
    r"(?:uncaptioned )?image from (?:the )?article|"
    r"показать ещё|показать еще|(?:top|bottom) of page|check against delivery|cover page|cite item|(?:open|view|download) document|"
    r"найти тему|images?|for immediate release|add new comment|"
    r"\[\s?(?:bearbeiten|edit|править|modifier|düzenle|өңдеу)\b.{0,40}\]|"
    r"zur navigation springen.{0,40}|aus wikipedia, der freien enzyklopädie|"
    r"материал из (?:\w+[\s-]){0,2}\w*(?:педи|вики)\w*.{0,40}|willkommen auf (?:den seiten|der seite|unserer).{0,60}|"
    r"welcome to (?:the|our) (?:website|site|pages).{0,60}|"
    r"добро пожаловать на .{2,60}|bienvenue sur (?:le|notre) .{2,60}|жазылу|подписаться|subscribe|e-?mail|abonnieren|s[’']abonner|"
    r"выйти из полноэкранного режима(?: развернуть на весь экран)?|read full article|%d bloggers like this:?|"
    r"\(?read the (?:full|whole|original) (?:article|story|interview|text) (?:on|at|in) [^()\n]{3,40}\)?|"
    r"submit your article to this journal|view crossmark data|citing articles\s?:\s?[0-9]+(?: view citing articles)?|view related articles|"
    r"full terms & conditions of access and use can be found at|to link to this article:|"
    r"encyclopedia(?: article)?|your profile(?: \|)?|click the star to add.{0,60}|you need to (?:be logged|log) in to .{5,60}|log in(?: \|)?|"
    r"(?:mehr|weniger) anzeigen|afficher (?:plus|moins)|"
    r"show commentshide comments|read (?:the )?(?:full|whole) story:?|launch console.{0,30}|author ids?|"
    r"contacts|click here for (?:the )?pdf(?: version)?|reference this|connect (?:via|with) \w+|available downloads|"
    r"[▼▾↓]\s?.{3,40}\s?[▼▾↓]|\+ ?follow|follow(?: us)?(?: on)?\s?:?|folgen(?: sie uns)?(?: auf)?\s?:?|"
    r"listen to (?:this )?(?:article|story)(?:\s?[·•|-]\s?[0-9:]{1,5}(?: min(?:utes?)?)?)?|"
    r"no time to read\?|get a summary|click here to (?:share on social media|search)|why you can trust .{2,20}|translate this post|skip links|"
    r"follow publication|takip et|abone ol|(?:follow us on |(?:bizi )?takip edin )?google (?:news|haberler)(?:['’]te takip (?:et|edin))?|"
    r"lecture optimisée|télécharger l[’']article au format pdf|"
    r"listen in (?:english|arabic|russian|french|turkish)|add as a preferred source(?: on google)?|"
    r"other apps|get link|(?:view (?:article )?(?:in|on) )?(?:google scholar|pubmed|crossref|web of science|scopus|mathscinet)|"
    r"zusammenfassen|artikelzusammenfassung|commenter|ajouter à mes articles|offrir l[’']article|"
    r"page [0-9]{1,2} of [0-9]{1,2}|short (?:url|link)|zurück zu[mr] (?:seitenanfang|startseite|übersicht)|zu weiteren publikationen|pdf-download|"
    r"télécharger (?:le |en )?\.?pdf|text in pdf|[0-9][0-9.,]{0,6}\s?[km]b|"
    r"später lesen|haberi dinle|artikel anhören|écouter l[’']article|photo details|ajouter à (?:vos|ma) sélections?|télécharger en pdf|"
    r"imprimer|copier le lien|lien copié|listen share (?:& download )?save|réutiliser ce contenu|"
    r"(?:location|address) via (?:proxy|relay)\s?:\s?\[ (?:up|top) \]|"
    r"get short url|open top menu|(?:jump to (?:navigation|search)\s?){1,2}|.{0,12}wikipedia, the free encyclopedia|"
    r"read on the website .{2,40}|смотрите комментарии|(?:show|hide|view) comments?(?:\s?hide comments?)?|"
    r"(?:показать|скрыть) комментарии|connect with us|"
    r"(?:[\w’'-]{2,20} ){0,3}table of contents|view profile|explore .{2,20}|terms of (?:use|service)|"
    r"(?:home|newer|older) (?:post|entries)s?(?: older posts?)?(?: home)?|post a comment|main menu|basic page sidebar menu.{0,40}|"
    r"select page|source article|original article|"
    r"go to (?:top|content)|back to (?:home|main|all|articles).{0,20}|"
    r"back to (?:the )?(?:archive|overview|results|list|listing|index|issue|blog|publications|commentar(?:y|ies)|analys[ie]s|search|insights)|"
    r"все новости|к началу страницы|в начало(?: страницы)?|"
    r"отправить другу|версия для печати отправить другу|(?:распечатать|печать|print) .{0,6}(?:отправить|e-?mail|send).{0,12}|"
    r"zum seitenanfang|nach oben|haut de page|sayfanın başına dön|жоғары)[«»<>←→↑.!…\s]{0,4}$",
    re.I,
)


def take_page_control(page: Page, i: int, line: str) -> int:
    """Words to click on: print, back, next, to the top."""
    if line == "AA" and i + 1 < page.count and page.is_short(i + 1) and find_dates(page.line(i + 1)):
        return 0  # the agency, above the day
    return 1


def take_icons(page: Page, i: int, line: str) -> int:
    """A short line with a sign of a font of icons, which stands for no letter: what a page offers to click on."""
    return 1 if len(line.split()) <= 12 and not page.is_prose(i) else 0


def take_words_of_controls(page: Page, i: int, line: str) -> int:
    """A line of nothing but the words on a page's controls, or the names of its icons."""
    return 1 if consists_of_controls(line) else 0


def take_row_of_controls(page: Page, i: int, line: str) -> int:
    """Controls in square brackets side by side, as old sites print them below a text."""
    return 1 if len(line.split()) <= 30 and not page.is_prose(i) else 0
