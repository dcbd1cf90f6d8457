"""Words by which pages in the languages of the archive are known: what menus, share bars, by-lines and papers' names consist of."""

from __future__ import annotations

from functools import cache
from pathlib import Path


def listed(table: str) -> frozenset[str]:
    """Return the entries of ``table``: parted by bars, blanks folded."""
    return frozenset(" ".join(entry.split()) for entry in table.split("|"))


# The entries of sites' menus, in lower case.
MENU_WORDS = listed(
    """menu|home|homepage|main page|news|latest news|all news|politics|economy|economics|business|society|culture|sport|sports|opinion|opinions
    |analysis|analytics|interviews|interview|video|videos|photo|photos|gallery|multimedia|podcasts|world|nation|international|regions|region
    |last minute|breaking news|central asia|kazakhstan|asia|europe|about|about us|contact|contacts|contact us|search|archive|archives
    |login|log in|sign in|sign up|register|subscribe|privacy policy|privacy|terms of use|terms|sitemap|site map|rss|advertise|advertising
    |jobs|careers|events|publications|research
    |experts|people|projects|blog|forum|faq|help|donate|support us|english|русский|қазақша|deutsch|français|türkçe|en|ru|kz|countries|science
    |technology|education|health|travel|lifestyle|opinion & analysis|press|press releases|media|documents|ministry|skip to content|close|more|all
    |главная|новости|политика|экономика|общество|культура|спорт|в мире|мир|казахстан|центральная азия|регионы|аналитика|интервью|мнения|мнение
    |видео|фото|о нас|о сайте|контакты|поиск|архив|войти|регистрация|реклама|карта сайта|документы|пресс-центр|меню|все новости|лента новостей
    |происшествия|басты бет|жаңалықтар|саясат|қоғам|мәдениет|әлем|байланыс|іздеу|startseite|nachrichten|politik|wirtschaft|gesellschaft|kultur
    |kontakt|suche|impressum|datenschutz|über uns|accueil|actualités|politique|économie|société|recherche|à propos|ana sayfa|haberler|siyaset
    |ekonomi|dünya|spor|kültür|iletişim|hakkımızda|show more|latest|premium|markets|explore|rankings|speakers|membership|programs|donate|links
    |e-edition|e-paper|abo|anzeigen|anmelden|start|meinung|inland|ausland|wetter|mediathek|panorama|themen|deutsch|lokales|ratgeber|presse
    |foreign policy|consular information|press centre|newsletters|climate|football|uk|president|government|eng|rus|qaz|қаз|рус|кир|қ
    |блоги|лента|топ|войти|вход|подписка|свежий номер|аналитика|статьи|президент|видео|главное|все статьи|проекты|команда|публикации
    |о центре|о проекте|о редакции|пресса о нас|форум|гостевая|эссе|переводы|начало|полная версия|на главную|опрос|тарифы
    |мәзір|президент|экономика|спорт|сұхбат|көзқарас|руханият|basty bet|saiasat|älem|mädeniet|экономика|спорт|қаз|рус|kaz|рус.|каз.
    |künye|reklam|e-gazete|anasayfa|gündem|türkiye|yazarlar|son dakika|analizler|bültenler|se connecter|s’abonner|débats|vidéos|le grand format
    |pусский|中文|uk|ру|kk|uz|de|fr|tr|zh|check against delivery|research|visa|the mission|statements|security council|transcripts|insights|topics
    |zum inhalt|zum inhalt springen|zur navigation|skip to main content|skip to navigation|skip to content|inhalt|hintergrund|archiv|anhören
    |eilmeldung|breaking news|dernière minute|срочно
    |гороскоп|авто|бизнес|наука|технологии|туризм|погода|здоровье|төңірек|экономика|технология|ғылым|спорт|білім|денсаулық"""
)

# What a page can be passed on to, or done with, in one click; in lower case.
NETWORKS = listed(
    """одноклассники|класс|класс!|твитнуть|закрепить|pin it|save|twittern|mailen|drucken|teilen|versenden|tweetle|paylaş|partager|envoyer|бөлісу
    |басып шығару|pdf|скопировать ссылку|bağlantıyı kopyala|gefällt mir|ұнату|нравится|мой мир@mail.ru|rss|imo|line|weibo|wechat|messenger
    |flickr|vimeo|soundcloud|spotify|tiktok|weibo|wechat
    |facebook|twitter|x|telegram|whatsapp|linkedin|vk|vkontakte|вконтакте|одноклассники|odnoklassniki|ok|reddit|tumblr|pinterest|viber
    |instagram|youtube|pocket|email|e-mail|mail|print|печать|tweet|pin|flipboard|copy|link|copy link|threads|mastodon|bluesky|skype|messenger
    |share|поделиться|like|google+|google plus|livejournal|mail.ru|мой мир|копировать|print this|email this|more|share this"""
)

# Words in the names of papers, agencies and sites.
PAPER_WORDS = listed(
    """Times|News|Review|Journal|Monitor|Bulletin|Post|Press|Agency|Daily|Weekly|Herald|Tribune|Observer|Analyst|Новости|Агентство|Газета
    |Правда|Вестник|Известия|ВЕСТНИК|НОВОСТИ|ГАЗЕТА|Обозреватель|Courier|Quarterly|Reports|Ledger|Chronicle|Gazette|gazetesi|газеті
    |Бюллетень|БЮЛЛЕТЕНЬ
    |Zeitung|Nachrichten|Gazetesi|Haber|Wire|Newswire|Mirror|Star|Standard|Independent|Gazeta|Dispatch|Reporter|Diplomat|Briefing|Digest|Magazine|Newspaper
    |Tageszeitung|Rundschau|Anzeiger|Kurier|Tagblatt|Blatt|Revue|Revista|Rivista|Zeitschrift|Dergisi|Courrier|Dépêche|Tribune|Cahiers|Postası|Ajansı|Gazete|Курьер|Вести
    |Телеграф
    |Vremya|Vesti|Izvestia|Izvestiya|Novosti|Novostei|Pravda|Vedomosti|Kommersant|Ekspert|Nezavisimaya|Vechernie
    |Хабар|Ақпарат|Алаш|Жаршысы|Обозрение|Независимая|Вечерний|Наблюдатель|Ведомости"""
)

# Who signs where nobody does: a by-line of these words alone names no author; in lower case.
NOBODY = listed(
    """anonymous|anonyme|anonym|аноним|guest|admin|administrator|staff|writer|writers|editor|editors|editorial|team|board|guest|author|partner|sponsored|content|webmaster|report|reporter|our|own
    |empty|biographies|biography
    |region|regions|topic|topics|theme|country|countries|sector|category|subject|programme|program
    |correspondent|админ|администратор|redaktion"""
)

# How a site calls its front page where a path or a menu begins with it; a pattern.
FRONT_PAGE = r"(?:home|главная|домой|басты бет|basty bet|startseite|accueil|ana ?sayfa)"

# Words with which a sentence may begin before a dash, and a dateline never.
SENTENCE_OPENERS = listed(
    """In|On|By|Since|From|At|As|The|This|It|Until|After|Before|During|For|But|And|Between|A|An|В|На|С|По|К|До|После|За|От|Im|In|Am|Seit|Le|La|Les
    |En|Depuis"""
)

# Cities from which agencies report: in capitals before a dash they open a report even without a date.
REPORTING_CITIES = listed(
    """ASTANA|ALMATY|NUR-SULTAN|MOSCOW|BISHKEK|TASHKENT|DUSHANBE|ASHGABAT|BEIJING|WASHINGTON|BRUSSELS|LONDON|GENEVA|VIENNA|ANKARA|BAKU|TBILISI
    |NOUR-SULTAN|NOUR SULTAN
    |NUR SULTAN|ULAANBAATAR|İSTANBUL|PEKİN|TAŞKENT|BİŞKEK|BAKÜ|MOSKOVA|KYIV|KIEV|PARIS|BERLIN|TEHRAN|DELHI|TOKYO|АСТАНА|АЛМАТЫ|НУР-СУЛТАН
    |МОСКВА|БИШКЕК|ТАШКЕНТ|ДУШАНБЕ|АШХАБАД|ПЕКИН|ВАШИНГТОН|БРЮССЕЛЬ|НҰР-СҰЛТАН|NŪR-SŪLTAN|NUR-SŪLTAN|АЛМА-АТА|ALMA-ATA|AKMOLA|АКМОЛА|AKTAU|АКТАУ|АҚТАУ|ATYRAU
    |АТЫРАУ
    |SHYMKENT|ШЫМКЕНТ|KARAGANDA|КАРАГАНДА|ҚАРАҒАНДЫ|PAVLODAR|ПАВЛОДАР|KOSTANAY|КОСТАНАЙ|ҚОСТАНАЙ|SEMEY|СЕМЕЙ|URALSK|УРАЛЬСК|TURKISTAN
    |ТУРКЕСТАН|ТҮРКІСТАН|ЖЕНЕВА|ВЕНА|ЛОНДОН|ПАРИЖ|БЕРЛИН|АНКАРА|СТАМБУЛ|БАКУ|ТБИЛИСИ|ЕРЕВАН|МИНСК|КИЕВ|НЬЮ-ЙОРК|ДЕЛИ|ТЕГЕРАН|ТОКИО|СЕУЛ|РИМ|МӘСКЕУ
    |БЕЙЖІҢ|СТАМБҰЛ|АНКАРА|ТЕҺРАН|NEW YORK|SEOUL|ROME|MADRID|ISTANBUL|YEREVAN|MINSK|KABUL|ISLAMABAD|DOHA|RIYADH|HELSINKI|STOCKHOLM|OSLO|PRAGUE
    |WARSAW|BUDAPEST|VIENNE|GENÈVE|LONDRES|BRUXELLES|MOSCOU|PÉKIN|BRÜSSEL|GENF|WIEN|MOSKAU|PEKING|ASTANA/NUR-SULTAN|BRÜKSEL|CENEVRE|VİYANA|LONDRA
    |HAMBURG|MÜNCHEN|KÖLN|FRANKFURT|STUTTGART|DÜSSELDORF|LEIPZIG|DRESDEN|HANNOVER|BREMEN|ERFURT|MAGDEBURG|POTSDAM|BONN|NÜRNBERG|MAINZ|WIESBADEN
    |SCHWERIN|SAARBRÜCKEN|ZÜRICH|BERN|BASEL|GRAZ|LINZ|SALZBURG|INNSBRUCK|LUXEMBURG|LUXEMBOURG|LAUSANNE|BERNE|LYON|MARSEILLE|STRASBOURG|TOULOUSE
    |BORDEAUX|LILLE|MONTRÉAL|QUÉBEC|TUNIS|ALGER|RABAT|DAKAR|İZMİR|BURSA|ANTALYA|KONYA|ADANA|TRABZON|GAZİANTEP|KAYSERİ|ESKİŞEHİR|MERSİN|SAMSUN
    |ALMATI|TAHRAN|TİFLİS|ERİVAN|DUŞANBE|AŞKABAT
    |ABU DHABI|ABUJA|ACCRA|ADDIS ABABA|ALGIERS|AMMAN|AMSTERDAM|ANTALYA|ASHKHABAD|ATHENS|BAGHDAD|BAKURIANI|BANGKOK|BARCELONA|BATUMI|BEIRUT
    |BELGRADE|BOMBAY|BONN|BOSTON|BRATISLAVA|BUCHAREST|BUENOS AIRES|BUKHARA|CAIRO|CANBERRA|CASABLANCA|CHICAGO|CHISINAU|CHOLPON-ATA|COLOMBO
    |COPENHAGEN|DAKAR|DAMASCUS|DAVOS|DHAKA|DUBAI|DUBLIN|DUSSELDORF|FRANKFURT|GUANGZHOU|THE HAGUE|HAMBURG|HANOI|HARARE|HAVANA|HONG KONG
    |HOUSTON|ISFAHAN|JAKARTA|JEDDAH|JERUSALEM|KARACHI|KATHMANDU|KAZAN|KHARTOUM|KHOROG|KHUJAND|KOKSHETAU|KONYA|KUALA LUMPUR|KUWAIT CITY
    |KUWAIT|KYZYLORDA|LAGOS|LAHORE|LISBON|LJUBLJANA|LOS ANGELES|LUXEMBOURG|LVIV|MANAMA|MANILA|MASHHAD|MECCA|MELBOURNE|MEXICO CITY|MILAN
    |MONTREAL|MUMBAI|MUNICH|MUSCAT|NAIROBI|NEW DELHI|NICOSIA|NOVOSIBIRSK|NUKUS|OMSK|ORENBURG|OTTAWA|PESHAWAR|PETROPAVLOVSK|PHNOM PENH
    |PRETORIA|PYONGYANG|QOSTANAI|RABAT|RAWALPINDI|REYKJAVIK|RIGA|RIO DE JANEIRO|SAINT PETERSBURG|SAMARKAND|SAMARQAND|SAN FRANCISCO|SANAA
    |SANTIAGO|SARAJEVO|SAO PAULO|SARATOV|SHANGHAI|SHENZHEN|SINGAPORE|SKOPJE|SOCHI|SOFIA|ST PETERSBURG|STRASBOURG|SYDNEY|TAIPEI|TALDYKORGAN
    |TALLINN|TARAZ|TEL AVIV|TIRANA|TORONTO|TRIPOLI|TUNIS|TURKESTAN|TURKMENBASHI|ULAN BATOR|URUMQI|VADUZ|VALLETTA|VATICAN CITY|VILNIUS
    |VLADIVOSTOK|WELLINGTON|XI'AN|XI’AN|YEKATERINBURG|ZAGREB|ZHANAOZEN|ZURICH|AKTOBE|UST-KAMENOGORSK|OSKEMEN|EKIBASTUZ|KHORGOS|BAIKONUR
    |TEMIRTAU|NAMANGAN|ANDIJAN|FERGANA|TERMEZ|QARSHI|JALAL-ABAD|BATKEN|KULOB|AVAZA|AWAZA|HERAT|KANDAHAR|MAZAR-I-SHARIF|QUETTA|САМАРКАНД
    |СОЧИ|КАЗАНЬ|САНКТ-ПЕТЕРБУРГ|НОВОСИБИРСК|ОМСК|ЕКАТЕРИНБУРГ|УРУМЧИ|ШАНХАЙ|КАБУЛ|ИСЛАМАБАД|НЬЮ-ДЕЛИ|ДУБАЙ|ЭР-РИЯД|ДОХА|БУДАПЕШТ|ВАРШАВА
    |ПРАГА|МАДРИД|СИНГАПУР|ГААГА|СТРАСБУРГ|ХОРОГ|НУКУС|БУХАРА|ТАРАЗ|КЫЗЫЛОРДА|ҚЫЗЫЛОРДА|ПЕТРОПАВЛОВСК|ПЕТРОПАВЛ|КОКШЕТАУ|КӨКШЕТАУ
    |ТАЛДЫКОРГАН|ТАЛДЫҚОРҒАН|УСТЬ-КАМЕНОГОРСК|ӨСКЕМЕН|АКТОБЕ|АҚТӨБЕ|ЧОЛПОН-АТА|ТУРКМЕНБАШИ|БАЙКОНУР"""
)

# What a row of buttons consists of, word by word: networks, and what one does with them; in lower case.
SHARE_WORDS = listed(
    """with|e|whats|app|you|tube|linked|pin|твиттер|фейсбук|телеграм|add|favorites|bookmark|embed|facebook|twitter|x|telegram|whatsapp|linkedin
    |vk|vkontakte|вконтакте|одноклассники|reddit|tumblr|pinterest|viber|instagram|youtube|pocket|email
    |e-mail|mail|print|печать|tweet|pin|flipboard|threads|messenger|share|shares|поделиться|google|ok|мой|мир|мире|livejournal|rss|pdf|epub
    |social|media|networks|copy|link|copier|le|lien|télégramme|courriel
    |flickr|vimeo|soundcloud|spotify|tiktok|weibo|wechat|твитнуть|закрепить|teilen|twittern|mailen|drucken|versenden|leserbrief|schreiben|partager|partage|paylaş|tweetle|envoyer|par|compartir
    |condividi
    |бөлісу|басып|шығару|bölısu|ұнату|this|article|post|story|page|on|via|by|in|mit|auf|sur|в|с|соцсетях|социальных|сетях|скопировать|ссылку
    |bağlantıyı|kopyala|save|listen|слушать|распечатать|gift|favoris|like|gefällt|mir|нравится|класс|imprimer|yazdır|de|те|та|арқылы|басу|da|ta"""
)

# What is a control by itself, and what is one though it stands alone; in lower case.
SURE_CONTROLS = listed(
    """share|shares|shared|sharing|tweet|print|printable|printer|printer-friendly|e-mail|email|copied|clipboard|bookmark|favorites|favourites|toggle
    |translate|facebook|twitter|telegram|whatsapp|linkedin|vk|vkontakte|pinterest|reddit|viber|messenger|aloud|enlarge|fullscreen|login
    |поделиться|печати|печать|распечатать|скопировать|прослушать|вконтакте|твитнуть|teilen|drucken|merken|merkliste|vorlesen|twittern
    |partager|imprimer|écouter|paylaş|yazdır|dinle|tweetle|бөлісу|тыңдау|шығару"""
)
ALONE_A_CONTROL = listed("shares|shared|sharing|copied|enlarge|fullscreen|prev|mute|unmute")

# Words of which the controls of a page consist, beside those of SHARE_WORDS; one of SURE_CONTROLS at least is among them.
CONTROL_WORDS = (
    SHARE_WORDS
    | SURE_CONTROLS
    | ALONE_A_CONTROL
    | listed(
        """article|articles|text|size|font|friendly|printer-friendly|version|to|the|a|of|and|or|your|clipboard|url|larger|smaller|increase|decrease
    |reset|normal|small|medium|large|default|view|read|reading|aloud|audio|video|player|play|pause|mute|unmute|volume|speed|close|open|show
    |hide|more|less|translate|translation|language|saved|for|later|list|my|remove|follow|following|subscribe|newsletter|notifications|alerts
    |comments|comment|reply|replies|likes|report|feedback|cite|citation|export|references|download|full|as|get|updates|reprints|permissions
    |request|news|preferred|source|us|me|now|app|up|down|left|right|back|top|next|previous|prev|main|content|navigation|skip|search|login|sign
    |out|menu|settings|options|tools|accessibility|dark|light|mode|image|photo|gallery|enlarge|zoom|fullscreen|all|on|off|edit|user|clock
    |calendar|camera|check|arrow|file|filter|flag|tag|tags|trash|размер|шрифта|шрифт|текст|текста|версия|для|печати|на|и|или|читать|далее|ещё
    |еще|аудио|видео|статью|статья|новость|материал|друзьям|друзья|отправить|почту|почте|добавить|избранное|закладки|подписаться|комментарии
    |прослушать|увеличить|уменьшить|artikel|schrift|schriftgröße|größer|kleiner|seite|per|als|und|oder|der|den|die|kommentare|merken|merkliste
    |vorlesen|speichern|lire|écouter|l’article|l'article|cet|cette|le|la|les|taille|du|texte|ajouter|aux|à|mes|agrandir|réduire|haberi|yazıyı
    |yazı|boyutu|büyüt|küçült|dinle|kaydet|listeme|ekle|yorumlar|мақаланы|жаңалықты|тыңдау|достарыңа|сақтау"""
    )
)
# Words of headings, sections, bodies and places, which no person's name has; in lower case.
NO_NAMES = listed(
    """gölü|denizi|nehri|körfezi|boğazı|anfrage|project|biographies|biography|drucksache|publish|publié|modifié|exclusives|web-only|cover|partner|content|sponsored|kyrgyzstan|uzbekistan|tajikistan|turkmenistan|azerbaijan|armenia|russia|china|mongolia|turkey|türkiye|iran|afghanistan|pakistan|ukraine|belarus
    |казахстан|кыргызстан|киргизия|узбекистан|таджикистан|туркменистан|азербайджан|армения|россия|китай|монголия|турция|иран|афганистан
    |қазақстан|қырғызстан|өзбекстан|тәжікстан|түрікменстан|ресей|қытай|моңғолия|түркия|kasachstan|kirgistan|usbekistan|tadschikistan|russland
    |ouzbékistan|tadjikistan|turkménistan|kirghizistan|russie|chine|kazakistan|kırgızistan|özbekistan|tacikistan|türkmenistan|rusya|çin
    |consul|general|ambassador|journalist|columnist|logo|featuring|comment|comments|paper|papers|working|brief|issue|volume|daily|weekly|quick|key|search|staff|sign|copy|download|listen|getty|images
    |picture|diğer|açıklamalar|другие
    |büyükelçi|büyükelçisi|bakan|bakanı|başkan|başkanı|cumhurbaşkanı|botschafter|botschafterin|kanzler|bundeskanzler|präsident|außenminister
    |ambassadeur|président|ministre|kasachstans|islamic|muslim|western|soviet|european|caspian|sea|nuclear|security|multi-vector|diplomacy|diplomatic|summit|strategic
    |partnership
    |ids|orcid|contacts|consular|issues|official|statements|profile|gallery|embassy|statement|speech|speeches|interview|exclusive|analytics|benzer|içerikler|ilginizi|çekebilir|senior|fellow|director|professor|editor|ambassador|analyst|researcher|correspondent|chief|deputy|head|doctor|research|associate
    |visiting
    |summary|brief|policy|analysis|report|reports|news|review|introduction|conclusion|conclusions|opinion|commentary|central|asia|asian
    |united|states|nations
    |union|european|foreign|relations|affairs|kazakhstan|kazakh|russia|russian|china|chinese|eurasian|international|national|security|world|economic
    |executive|key|points|background|further|reading|recommendations|references|notes|abstract|keywords|photo|image|video|share|read|more
    |related|follow
    |government|president|minister|ministry|republic|state|public|press|service|office|street|city|north|south|east|west|new|great|silk|road|belt
    |tower|palace|lighthouse|bridge|square|museum|mosque|monument|stadium|hotel|document|documents|download|avenue
    |initiative|trade|energy|gas|oil|water|policy|post|posts|comments|home|page|privacy|terms|contact|contacts|about|all|most|top|best|latest|special
    |central asia|внешняя|политика|новости|центральная|азия|республика|казахстан|россия|китай|союз|совет|главная|страница|читайте
    |поделиться|фото|видео
    |список|литературы|свежий|номер|пресс|служба|экспертный|комментарий|лента|новостей|средней|азии|государственный|министерство|общество|культура
    |сыртқы|саясат|қазақстан|республикасы|ресми|хабарлар|баспасөз|басты|бет|орталық|азия|байланыс|anasayfa|haber|ajansı|dış|politika|kazakistan|türk
    |rusya|çin|orta|asya|avrupa|son|dakika|günün|sözü|institut|ostpolitik|außenpolitik|kasachstan|zentralasien|russland|impressum|über|uns|les|la|le
    |tüm|yazıları|yazarın|articles|alle|artikel|beiträge|tous|все|статьи|автора|барлық|мақалалары
    |full|text|recent|updates|update|focus|im|in|archive|archives|version|published|schedule|overview|highlights|session|topics|topic|previous
    |advertisement|sponsored|fokus|thema|themen|aktuelles|meldungen|hintergrund|texte|intégral|dossier|actualité|actualités|rubrique|gündem|güncel
    |manşet|köşe|yazısı|главное|главные|последние|последнее|обновления|тема|темы|рубрика|соңғы|бүгін
    |plus|lus|nos|derniers|politique|étrangère|asie|centrale|nations|unies|basty|dala|avatar|аватар"""
)

# Sections of papers and kinds of texts, as they stand alone near a title; in lower case.
SECTIONS = listed(
    """opinion|opinions|op-ed|commentary|comment|analysis|analyses|interview|interviews|feature|features|news|business news|business|politics
    |economy|world|world news|briefing|brief|policy brief|policy paper|research paper|working paper|report|reports|essay|essays|review
    |reviews|book review|columns|column|editorial|dispatches|dispatch|perspectives|insights|insight|viewpoint|expert comment|blog
    |press release|news release|press releases|statement|statements|speech|speeches|articles|original article|research article|field reports
    |special report|long read|explainer|guest post|cover story|backgrounder
    |feature articles|diplomacy|foreign policy|foreign affairs|international|international relations|central asia|security|energy|markets
    |transcripts|events|conversations|аналитика|мнение|мнения|интервью|политика|экономика|общество|в мире|мир|комментарий|комментарии
    |колонка|колонки|обзор|обзоры|репортаж|статьи|научная статья
    |публицистика|международные отношения|внешняя политика|дипломатия|безопасность|энергетика
    |эксперты|точка зрения|новости|пресс-релиз|пресс-релизы|выступления|заявления|история|культура|геополитика|саясат|талдау|сараптама
    |сұхбат|көзқарас|пікір|әлем|қоғам|жаңалықтар|халықаралық қатынастар|сыртқы саясат|тарих|руханият|меніңше|ой-пікір|шет ел|шетел|саясаттану|politik
    |pressemitteilung|pressemitteilungen|medienmitteilung|presseaussendung|pressemeldung|nachricht|nachrichten|meldung|communiqué|communiqués
    |communiqué de presse|communiqués de presse|actualité|actualités|basın açıklaması|basın bülteni|toplum
    |außenpolitik|wirtschaft|gesellschaft|meinung|kommentar|analyse|analysen|im gespräch|hintergrund|gastbeitrag|ausland|kurzanalyse
    |bericht|reportage|welt|politique|économie|société|tribune|tribunes|entretien|entretiens|chronique|monde|décryptage|note d’analyse
    |note d'analyse|dossier|éditorial|point de vue|dünya|siyaset|politika|ekonomi|görüş|analiz|analizler|röportaj|söyleşi|yorum
    |köşe yazıları|dış politika|haber|haberler|makale|makaleler|gündem|dış haberler|uluslararası ilişkiler"""
)

# What sites call the parts of the world that they sort their texts by, in lower case.
# The states that sites of this field file their texts under.
STATES = listed(
    """kazakhstan|uzbekistan|kyrgyzstan|tajikistan|turkmenistan|russia|china|iran|afghanistan|azerbaijan|armenia|georgia|turkey|türkiye|mongolia|ukraine
    |belarus|pakistan|india|казахстан|узбекистан|киргизия|кыргызстан|таджикистан|туркменистан|россия|китай|иран|афганистан|азербайджан|армения|грузия
    |турция|монголия|украина|беларусь|kasachstan|usbekistan|kirgistan|kirgisistan|tadschikistan|russland|aserbaidschan|armenien|georgien|türkei|mongolei
    |ouzbékistan|kirghizistan|kirghizstan|tadjikistan|turkménistan|russie|chine|azerbaïdjan|arménie|géorgie|turquie|mongolie|kazakistan|özbekistan
    |kırgızistan|tacikistan|türkmenistan|rusya|çin|azerbaycan|ermenistan|gürcistan|moğolistan"""
)

REGIONS = listed(
    """south asia|southeast asia|east asia|central asia|asia|asia-pacific|eurasia|middle east|caucasus|south caucasus|europe|eastern europe|africa
    |americas|russia & eurasia|russia and eurasia|europe & eurasia|former soviet union|post-soviet space|южная азия|восточная азия|центральная азия
    |средняя азия|юго-восточная азия|ближний восток|кавказ|южный кавказ|закавказье|евразия|европа|азия|снг|ближнее зарубежье
    |постсоветское пространство
    |орталық азия|таяу шығыс|еуразия|zentralasien|südasien|ostasien|naher osten|kaukasus|südkaukasus|eurasien|europa|osteuropa|asien|asie centrale
    |asie du sud|moyen-orient|proche-orient|caucase|eurasie|asie|europe de l’est|orta asya|güney asya|orta doğu|ortadoğu|kafkasya|avrasya|avrupa
    |asya"""
)


# Given names, in lower case: a line of two capitalised words with one of them is a person, and no place, paper or heading.
# Read when first asked for: most commands and many pages of the archive never do.
@cache
def given_names() -> frozenset[str]:
    """Return the given names that are known, in small letters."""
    return frozenset(Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").split())
