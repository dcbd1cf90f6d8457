"""Words by which pages in the languages of the archive are known: what menus, share bars, by-lines and papers' names consist of."""

from __future__ import annotations


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
GIVEN_NAMES = listed(
    """olha|olena|nataliia|iryna|tetiana|yuliia|kateryna|oleksandr|oleksandra|volodymyr|serhii|andrii|mykola|dmytro|yevhen|ihor|oleh|pavlo|petro
    |bohdan|khrystyna|alona|anastasiia|mariia|sofiia|valentyna|vitalii|mykhailo|oleksii|iuliia|dorothea|henrik|marisol|benedetta|lorenza|rukhsana
    |fiona|levent|ceyhun|ritwik|aaron|aiman|ananya|karan|ahsan|yousef|zofia|witold|minh|haruka|sevgi|onur|гүлнәр|aurore|nargul|abdul|abdulla|abdullah|adam|adele|adrian|adrien|agnes|agnieszka|ahmad|ahmed|ahmet|aidan|aida|aidar|aigerim|aigul|ainur|akmaral|aktoty
    |alain|alan|albert|aleksandr|aleksandra|alessandro|alex|alexander|alexandra|alexandre|alexei|alexey|alexis|alfred|ali|alice|alibek|alina|alisher
    |aliya|aliya|allison|almas|alya|amanda|amina|amir|amy|ana|anastasia|anatoly|anders|andré|andrea|andreas|andrei|andrew|andrey|angela|anja|ann|anna
    |anne|annette|anthony|antoine|anton|antonio|ardak|arman|armin|arnaud|arthur|artur|asel|asem|aset|askar|assel|assem|asylbek|axel|ayan|aydın|aynur
    |ayşe|azamat|azat|baktygul|barbara|barış|bakhyt|bakhytzhan|beate|beatrice|beibut|benedikt|benjamin|benoît|berik|bernard|bernd|bertrand|bettina
    |birgit|björn|bolat|boris|brian|brigitte|bruce|bruno|burak|burkhard|camille|carl|carla|carlos|carol|caroline|catherine|cédric|cemal|chantal
    |charles|charlotte|chloé|chris|christian|christiane|christina|christine|christoph|christophe|christopher|claire|clara|claude|claudia|clémence
    |colin|conrad|cornelia|craig|cristina|damir|dana|daniel|daniela|danielle|daniyar|daria|darkhan|daulet|dauren|david|deborah|denis|dennis|derya
    |diana|didar|didier|dieter|dilara|dina|dinara|dirk|dmitri|dmitriy|dmitry|dominic|dominik|dominique|donald|doris|dorothea|douglas|duygu|edda
    |eduard|edward|ekaterina|elena|eleonora|elif|elise|elizabeth|ella|elmira|élodie|elvira|emil|emily|emine|emma|emmanuel|emre|erbolat|eric|erich
    |erik|erika|erkin|erlan|ermek|ernest|ernst|erzhan|esra|esther|eugene|eva|evgeny|fabian|fabrice|farid|farida|fatih|fatima|fatma|felix|fiona
    |florence|florian|françois|françoise|frank|franz|fred|frederick|frédéric|friedrich|fritz|gabriel|gabriele|galiya|galina|galymzhan|gaukhar|gary
    |geoffrey|georg|george|georges|georgiy|georgy|gérard|gerhard|gilbert|giovanni|giulia|grace|graham|greg|gregory|grigory|guillaume|gulmira|gulnara
    |gulnar|gunnar|günter|guy|gülşah|hakan|hans|harald|harold|harry|hasan|heidi|heike|heinrich|heinz|helen|helena|hélène|helga|helmut|hendrik|henri
    |henry|herbert|hermann|horst|howard|hubert|hugh|hugo|hüseyin|ian|ibrahim|igor|ilya|ingo|ingrid|inna|ioana|irene|irina|isaac|isabel|isabelle|ismail
    |ivan|ivana|jack|jacob|jacques|jakob|james|jamila|jan|jana|jane|janet|janis|jason|javier|jean|jeanne|jeff|jeffrey|jennifer|jens|jérôme|jessica
    |jim|joachim|joanna|jochen|joe|joel|johan|johann|johanna|johannes|john|jonas|jonathan|jörg|josef|joseph|josh|joshua|juan|judith|julia|julian|julie
    |julien|jürgen|justin|kairat|kamila|kanat|karen|karin|karl|karlygash|kassym|katarina|katarzyna|kate|katerina|katharina|katya|khalil|katherine|kathrin
    |kathryn
    |katja|kemal|ken|kenneth|kerem|kerstin|kevin|kirill|klara|klaus|konrad|konstantin|kurt|kyle|lana|larisa|lars|laszlo|laura|laurence|laurent|lea
    |leila|lena|leo|leon|leonard|leonid|leyla|lily|linda|lisa|liz|louis|louise|luca|lucas|lucia|lucie|ludwig|luis|luise|lukas|lutz|lydia|lyudmila
    |madina|magda|magnus|maike|maksim|malika|manfred|manuel|marat|marc|marcel|marco|marcus|margaret|maria|marian|marie|marina|mario|marion|mark|markus
    |marlène|marlene|martha|martin|martina|mary|mathias|mathieu|matthew|matthias|maurice|max|maxim|maxime|medina|mehmet|melanie|melissa|meltem|merve
    |meruert|michael|michail|michal|michel|michelle|mike|mikhail|milan|miras|miriam|mohamed|mohammad|mohammed|monica|monika|moritz|muhammad|murat
    |mustafa|nadezhda|nadia|nadine|nancy|nargis|natalia|natalie|nataliya|natalya|natasha|nathalie|nathan|neil|nicholas|nick|nicola|nicolas|nicole
    |nikita|nikolai|nikolaus|nikolay|nina|noah|nora|norbert|nurbek|nurgul|nurlan|nursultan|nurzhan|oleg|olga|oliver|olivia|olivier|olzhas|oral|oscar
    |osman|otto|ömer|özge|pablo|pamela|pascal|patricia|patrick|patrik|paul|paula|pauline|pavel|pedro|peter|petr|petra|philip|philipp|philippe|pierre
    |polina|quentin|rachel|rafael|raisa|ralf|ralph|ramil|raphaël|rauf|rauan|raushan|ray|raymond|rebecca|regina|reid|reinhard|renat|renate|rené|richard
    |rinat|rita|robert|roberto|robin|roger|roland|rolf|roman|ronald|ross|roy|roza|ruben|rudolf|ruslan|rustam|rustem|ruth|ryan|sabina|sabine|sabit
    |sally
    |sam|samat|samuel|sandra|sanat|sanjar|sara|sarah|saule|sébastien|sebastian|selin|semra|serge|sergei|sergey|serik|shavkat|sheila|sholpan|shynar
    |silke|silvia|simon|simone|sofia|sonia|sophia|sophie|stefan|stefanie|stephan|stéphane|stephanie|stephen|steve|steven|stuart|sultan|susan|susanne
    |svetlana|sven|sylvain|sylvia|sylvie|talgat|tamara|tania|tanja|tanya|tarek|tatiana|tatyana|temirlan|teresa|thérèse|theodor|theodora|theresa
    |thierry
    |thomas|tilman|tim|timothy|timur|tina|tobias|todd|togzhan|tom|tomas|tony|torsten|ulrich|umut|ursula|ute|uwe|vadim|valentin|valentina|valeria
    |valérie|valery|vanessa|vasily|vera|veronika|victor|victoria|viktor|viktoria|vincent|viola|virginie|vitaly|vlad|vladimir|vladislav|volker|walter
    |wendy|werner|wilhelm|william|wolfgang|xavier|yana|yann|yasin|yasemin|yelena|yerbol|yerkin|yerlan|yermek|yernar|yerzhan|yevgeny|yulia|yuri|yury
    |yusuf|yves|zarina|zeynep|zhanar|zhanat|zhandos|zhanna|zhuldyz|zoe|zulfiya|çağla|şeyma|thibault
    |aamir|aarti|abbas|abdel|abdoulaye|abdulaziz|abdulrahman|abhijit|abhishek|abigail|ablet|abraham|adeel|adil|adilbek|aditya|adnan|adriana|afshan
    |agata|agha|aijan|aini|ainura|aisha|aisulu|aizhan|ajay|ajit|akbar|akerke|akihiro|akram|alastair|alberto|aldo|aleksandar|aleksander|aleksei
    |aleksey|alena|alessandra|alessia|alfredo|alicia|alikhan|alison|alistair|alla|alyssa|amber|amelia|amin|amit|amitabh|amjad|amna|anand|anar|anara
    |anatol|andras|andrius|anil|anis|anita|anjali|ankit|annabel|annalisa|antal|antonia|anuar|anupam|anura|anurag|anvar|anwar|aram|archana|ariana
    |ariel|arif|arjun|arkady|arnold|arpita|arslan|artem|artyom|arun|aruna|aruzhan|arvind|asad|asha|ashley|ashok|ashraf|asif|askhat|aslan|assiya
    |astrid|atal|atif|attila|audrey|avinash|axamal|ayaz|aydar|aydin|ayesha|aygul|aylin|aysel|ayub|azeem|aziz|aziza|babur|bagdat|bahram|bahrom
    |bakhytgul|bakyt|balazs|balázs|barnett|barry|bartosz|bauyrzhan|beatriz|behrooz|behruz|beksultan|bektur|belinda|benedict|bernhard|beth|bhavna
    |bianca|bilahari|bilal|bjorn|bogdan|bohdan|botagoz|brad|bradley|brahma|brandon|brenda|brendan|bret|brett|bryan|bryce|brynjar|bulat|caitlin
    |calvin|cameron|carina|carlo|carlotta|carmen|caron|casey|cassandra|catalina|catarina|cecilia|celine|cesare|chandra|charlie|cheryl|chiara
    |chinara|cindy|clarissa|clayton|clement|cliff|clifford|clive|cody|cory|courtney|cynthia|cyril|cyrus|damian|damon|danil|danila|danilo|danny
    |dario|darius|darmen|darren|darya|dastan|davide|davit|davron|dawid|debra|deepa|deepak|deirdre|delia|derek|dhruva|dilbar|dilfuza|dilip|dilmurat
    |dilnoza|dilshod|dimitar|dimitri|dimitris|dinesh|djoomart|dmytro|domenico|donatella|donna|donovan|doreen|dorian|dorota|dosym|duncan|dwight
    |dylan|edgar|edith|edmund|eduardo|edwin|egor|eileen|eitan|eldar|eldor|eleanor|elias|eliot|elisa|elisabeth|eliza|ellen|elliot|elliott|elnara
    |elnur|elyor|emanuele|emilia|emiliano|emilie|emilio|emmanuelle|enrico|enrique|eoin|erica|erin|ermias|ersin|ervin|esen|ester|ethan|etienne
    |eugenia|eugenio|eurico|evan|eve|evelyn|evgenia|evgeniy|fabio|fabrizio|faisal|faiz|faizan|farhad|farhan|farhod|farrukh|farzad|fatema|fathi
    |federica|federico|felicia|ferdinand|fernanda|fernando|feruza|filip|filippo|filippos|firdavs|firdous|flavia|fozil|francesca|francesco|francis
    |frederic|frederik|fuad|furqan|gabriela|gabriella|gaetano|ganesh|gareth|garrett|gaston|gauhar|gautam|gavin|gayane|geert|geir|gennady|geoff
    |gerald|gerard|ghulam|giacomo|giampaolo|gian|gianluca|giga|gil|giles|gillian|gina|giorgi|giorgio|giuseppe|gleb|glenn|gonzalo|gopal|goran|gordon
    |gregor|guido|gulbakhor|gulnora|gulnura|gulshan|gulzar|gulzhan|gustavo|gwen|habib|haider|hailey|hamid|hamza|hana|hanif|hanna|hannah|hannes
    |harish|haroon|harriet|harsha|harvey|hassan|heather|hector|henrik|hilary|hina|hiroshi|hiroyuki|holly|hussain|hussein|iain|ignacio|igors
    |ikboljon|ikram|ildar|ilgar|ilham|ilias|ilir|iliya|ilkin|ilona|ilyas|imran|imtiaz|inara|indira|ines|inga|inigo|ioannis|iqbal|irakli|irfan|irma
    |isa|isabella|isaiah|ishaan|isidora|istvan|istván|itamar|ivo|iwona|jaap|jackie|jaclyn|jahangir|jakhongir|jakov|jakub|jamal|jamie|jamil|jamshed
    |jamshid|janina|janko|janusz|jared|jaroslav|jarosław|jasmine|jasur|javed|javid|javlon|jayne|jeanette|jed|jelena|jenna|jenny|jeremiah|jeremy
    |jerome|jerry|jesper|jesse|jillian|jiri|jitendra|jiří|joan|joana|jocelyn|jody|joerg|johnny|jolanta|jon|joost|jorge|jorn|josephine|josip|josé
    |joyce|joão|juergen|juhani|jukka|julius|junaid|juris|justyna|jyoti|kaan|kadir|kai|kalman|kamal|kamran|karim|karima|karina|karolina|kasia
    |kasimir|kaspar|katalin|kathleen|kathy|katie|katrin|katrina|kavita|kayla|keith|kelsey|kemel|kendall|kenji|kerry|khadija|khaled|khalid|khurram
    |khurshid|kimberly|kip|kiran|kishore|komil|krishna|kristen|kristin|kristina|kristof|krzysztof|kuanysh|kuat|kumar|kunal|kyrylo|ladislav|lalita
    |larissa|larry|lasha|lauren|laurie|lawrence|leah|leigh|leopold|leslie|lester|levan|levi|lewis|liam|lidia|lilia|lilian|liliana|lina|lionel
    |liubov|livia|ljubomir|lorena|lorenz|lorenzo|loretta|lori|lorraine|lothar|lubna|lucian|luciano|lucy|luigi|luka|lukasz|luke|lyazzat|lynn|lynne
    |maciej|madeleine|madhav|madhu|madiyar|magdalena|magzhan|mahmood|mahmoud|mahmud|makoto|malcolm|maliha|malik|mamuka|manish|manisha|manoj|mansoor
    |mansur|manuela|manzoor|mara|marcela|marcello|marcin|marek|margarita|margot|mariam|mariana|marianna|marianne|mariano|mariia|marija|mariusz
    |mariya|marjorie|marko|marlon|marta|marten|marty|marvin|maryam|maryna|masood|massimo|masud|mateusz|mathilde|matt|matteo|maura|maureen|mauricio
    |maurizio|mauro|maximilian|maya|mayank|meena|meera|megan|mehdi|mehrdad|mehreen|melinda|melvin|mercedes|meredith|mia|micah|micha|michaela|michał
    |michele|miguel|mikael|mikayel|miklos|miklós|milana|milena|milica|milos|miloš|mina|mircea|mirela|mirjam|miro|miroslav|mirza|mischa|misha
    |mitchell|mohan|mohd|mohsen|mohsin|moira|moldir|molly|momin|moshe|muhammadi|muhiddin|mukesh|mukhtar|munir|murad|muratbek|muriel|mushtaq
    |muzaffar|myles|myriam|nabil|nadeem|nadim|nadir|nadira|nadja|naila|naima|najam|namrata|naomi|narendra|nargiza|nariman|nasim|nasir|natallia
    |nataša|nathaniel|naveed|nayla|nazgul|nazim|nazira|neal|neena|neha|nelly|nevin|niall|nicolai|nicolò|niels|nigar|nigel|nigora|niklas|nikola
    |nikolaos|nikolas|nikos|nilofar|nils|nilufar|niranjan|nirmala|nishtha|nitin|noam|nodir|noel|nolan|noora|noorjahan|norman|nouman|nozima|nurbolat
    |nurgali|nuria|nursulu|nurul|odil|ognian|oksana|olaf|oleh|oleksandr|oleksandra|olena|olesya|oliwia|omar|omer|omid|ondřej|orhan|oriana|orkhan
    |orly|osama|osamu|otabek|oybek|ozan|paige|palina|palwasha|pankaj|paolo|parag|parviz|pascale|patrice|patrizia|patryk|paulina|paulo|pavol|pawel
    |paweł|peggy|percy|perry|petar|pete|petri|petros|phil|philippa|phillip|phyllis|pia|piero|pietro|pilar|piotr|pradeep|prakash|pramod|pranav
    |prashant|prateek|pravin|preston|priya|priyanka|przemysław|rabia|radek|radhika|radosław|rafal|rafał|raffaele|raffaello|rafis|raghav|rahim|rahul
    |raj|rajan|rajat|rajeev|rajendra|rajesh|rajiv|raju|rakesh|rakhim|rama|ramesh|ramiz|ramon|randall|randolph|randy|ranjit|rashid|rashida|rasim
    |rasmus|rassul|rasul|raul|ravi|ravil|ravshan|razia|rehan|rehman|rekha|remigiusz|renata|renato|reuben|reuel|reza|rhea|ria|ricardo|riccardo|rick
    |ricky|rika|rimma|rishi|riyaz|rizwan|rob|robbie|roberta|roderick|rodger|rodney|rodolfo|rodrigo|rohan|rohit|romain|ronan|ronnie|rory|rosalind
    |rosemary|rossella|roxana|rubina|rudolph|rufat|rumana|rupert|russ|russell|rustamjon|ruzanna|ryskeldi|saad|saba|sabahat|sabeen|sabir|sachin
    |sadaf|sadia|sadiq|saeed|safdar|sahar|saida|saifullah|saima|saira|sajid|sajjad|sakari|salam|saleem|saleha|salim|salman|salome|salvatore|saman
    |samantha|samina|samir|samira|sana|sandeep|sander|sandhya|sandor|sania|sanjay|sanjeev|sanjiv|sanna|sanobar|santosh|sanzhar|sardor|sargon|sarvar
    |sarwar|sasha|sashi|satoshi|satya|saurabh|savita|sawsan|sayasat|sayed|sayyid|scott|sean|sebastiano|sebastien|seema|selma|senan|serdar|sergej
    |sergio|serhat|serhii|serhiy|serikbolsyn|seth|shabnam|shahid|shahida|shahin|shahram|shahzad|shahzoda|shakeel|shalini|shamil|shams|shane|shannon
    |sharon|shaukat|shaun|shawn|shazia|sheela|sherali|sheraz|sheri|sherzod|shinji|shireen|shirin|shiv|shoaib|shohret|shruti|shubham|shukhrat|shweta
    |shyngys|sibel|siddharth|sidra|siegfried|sigrid|simonetta|sinan|siobhan|slavomir|sobia|sobir|sonja|sonu|soumya|spencer|stacey|stacy|stanislav
    |stefania|stefano|stephane|stewart|suhail|suhrob|sukhrob|suleyman|sumaira|sumit|sunil|suresh|surya|susana|susanna|sushil|suzanne|svante|svein
    |svitlana|svyatoslav|syed|sylvester|szymon|tadeusz|taha|tahir|tahira|taimur|takeshi|talant|talha|talia|tamar|tamas|tamerlan|tamás|tanveer|tanvi
    |tara|tariq|taro|tarun|tasneem|temirbolat|temur|teodor|terence|thea|theodore|theresia|thorsten|tiberiu|tiffany|tigran|tihana|timo|timofey
    |tinatin|tobin|togrul|toktogul|tolga|tomasz|tomislav|tomohiko|tomáš|tracey|tracy|trevor|tristan|troy|tsveta|turar|tushar|tyler|ualikhan|uday
    |ugur|uktam|ulan|ulf|ulla|ulrike|ulugbek|umair|umar|umberto|umer|umid|umida|usama|usman|uğur|vaclav|vadym|vahagn|vahram|vakhtang|valentyn
    |valerie|valerio|valeriy|vardan|varun|vasco|vasilis|vasiliy|vasyl|venkat|veronica|vibha|vicente|vicky|vidya|vijay|vikas|vikram|viktorija
    |viktoriya|vilma|vinay|vinod|vipul|vishal|vishnu|vitali|vitalii|vito|vittorio|vivek|vivian|vivien|vjacheslav|vladlen|volha|volodymyr|vugar
    |vusal|vyacheslav|václav|wade|waheed|waleed|walid|waqar|waqas|warren|wasif|wasim|wayne|wesley|wiktor|wilder|wilfried|willem|willy|winston
    |wojciech|xenia|yael|yakov|yaroslav|yashar|yasir|yasmin|yasmine|yasuhiro|yauheni|yegor|yekaterina|yerkebulan|yermukhamet|yerulan|yevgenia
    |yevhen|yogesh|yonah|yoshihiro|youssef|yulduz|yuliya|yunis|yunus|yuriy|yuval|yvette|yvonne|zach|zachary|zack|zafar|zaheer|zahid|zahra|zainab
    |zaira|zaki|zamir|zamira|zara|zaur|zbigniew|zeeshan|zeinab|zhalgas|zhanel|zhanibek|zhaniya|zhannat|zhansaya|zhaslan|zhibek|zhomart|zhumabek|zia
    |zinaida|ziyoda|zoltan|zoltán|zoran|zoya|zsolt|zsuzsanna|zubair|zuhra|zulfiqar|zurab|étienne|łukasz
    |аба|абай|адиль|аида|айгерим|айгуль|айдар|айжан|айнур|акмарал|аксана|александр|александра|алексей|алена|алёна|алибек|алина|алия|алла|алмас|алмаз
    |альберт|альбина|амина|анара|анастасия|анатолий|анвар|ангелина|андрей|анжелика|анна|антон|ануар|ардак|арман|артем|артём|артур|аркадий|арсен|асель
    |асем|асет|аскар|аслан|асхат|асылбек|ахмед|аян|бакыт|бауыржан|бахыт|бахытжан|бейбит|берик|богдан|болат|борис|булат|вадим|валентин|валентина
    |валерий|валерия|варвара|василий|вера|вероника|виктор|виктория|виталий|владимир|владислав|всеволод|вячеслав|галина|галия|галым|галымжан|гаухар
    |геннадий|георгий|герман|глеб|григорий|гульмира|гульнар|гульнара|данияр|дана|даниил|данила|дарина|дария|дархан|дарья|даулет|даурен|денис|диана
    |динара|динмухамед|дмитрий|досым|евгений|евгения|еркін|екатерина|елена|елизавета|ербол|еркебулан|еркин|ерлан|ермек|ержан|жанар|жанат|жандос
    |жанибек
    |жанна|жанар|жарас|женис|жулдыз|замира|зарина|зауреш|зоя|зульфия|иван|игорь|ильдар|ильяс|илья|инна|ирина|искандер|кайрат|камила|канат|карина
    |карлыгаш
    |касым|кирилл|константин|ксения|лариса|лаура|лев|лейла|леонид|лидия|лилия|любовь|людмила|магжан|мадина|майра|макпал|максим|малика|мансур|марат
    |маргарита
    |марина|мария|марк|маулен|мейрам|меруерт|мирас|михаил|мурат|муратбек|мухтар|надежда|назгуль|назым|нариман|наталия|наталья|никита|николай|нина
    |нурбек
    |нурбол|нургуль|нуржан|нурлан|нурсултан|оксана|олег|олеся|олжас|ольга|павел|петр|пётр|полина|рамиль|расул|рауан|раушан|рашид|ринат|роберт|роза
    |роман|ростислав|руслан|рустам|рустем|сабина|сабит|салтанат|самат|санат|санжар|сания|сауле|светлана|святослав|семен|семён|сергей|серик|серикжан
    |станислав
    |степан|султан|талгат|тамара|тамерлан|татьяна|темирлан|тимофей|тимур|толганай|толеген|улан|ульяна|фарид|фарида|федор|фёдор|филипп|шынар|шолпан
    |эдуард
    |элеонора|эльвира|эльмира|эмиль|юлия|юрий|яков|яна|ярослав|ақмарал|ақтоты|айгүл|айнұр|ақерке|асқар|әлия|әсел|әсем|бақыт|бақытжан|бауыржан|гүлмира
    |гүлнар
    |гүлнара|дәурен|дәулет|дәуренбек|ермек|еркін|жұлдыз|қайрат|қанат|қуат|қарлығаш|қуаныш|мақсат|мәдина|мәулен|мұрат|мұхтар|назгүл|нұрбек|нұргүл|нұржан
    |нұрлан
    |нұрсұлтан|өмірзақ|раушан|сәкен|сәуле|серік|серікжан|сұлтан|талғат|төлеген|ұлан|шынар|ырысбек|бекзат|берік|болат|дидар|ержан|жәнібек|самат|сымбат|торғын|аян
    |нұргүл
    |abdullo|adiya|agil|aibek|aidos|aisuluu|aizada|akbota|akira|akmal|alakbar|alejandro|alexandru|altynai|alvaro|andriy|andrzej|anke|antonella|antti
    |archil|armen|arsen|arystan|aselya|ashot|asim|assylbek|avtandil|aygun|babek|bakhodir|bakhrom|bakhtiyar|bakytzhan|baurzhan|begench|beibit|bekzat
    |benoit|bermet|betty|billy|bobby|bobur|bojan|brittany|bronwen|carolyn|catriona|cecile|cem|ceyhun|cholpon|claudio|cristian|cécile|denise|diane
    |dildora|dinmukhamed|djeyhun|dorothy|dragan|dulat|dusan|dušan|elchin|elnura|elshad|elshan|emin|emomali|erbol|eszter|ewa|fariza|farooq|farzona
    |ferenc|fidan|fikret|francois|gabor|gagik|garnik|gerd|gevorg|gozel|graeme|grigor|gulnoza|gulzat|gunay|gunel|gunter|gurbanguly|gábor|habil|hakob
    |halil|hamish|hasmik|hatice|hayk|heikki|heydar|hikmet|huseyin|huseyn|ildiko|ildikó|imogen|indrani|inkar|ionut|ionuț|iroda|iryna|ismayil
    |jacqueline|jahongir|jalil|janice|jeren|jerzy|jeyhun|joao|jorg|jose|judit|judy|juha|jurgen|jyldyz|kari|karine|kateryna|kazuo|ketevan|khanlar
    |khurshed|kubanychbek|kubat|lala|laziz|leman|levent|liisa|lilit|luc|maharram|mahir|maira|makpal|maksat|malgorzata|manizha|marieke|marilyn|matti
    |małgorzata|meerim|mehrangez|mehriban|mher|mihai|mikko|mirlan|mirzo|mykhailo|mykola|myrat|namig|naoko|narek|narmin|natia|natig|nazrin|niamh
    |nicolae|nigina|nijat|nino|nirupama|nodira|nune|nurbol|oguljahan|olha|omurbek|ondrej|orxan|owen|pekka|pieter|pooja|qabil|radu|rainer|raluca
    |ramin|rashad|razvan|rhys|rovshan|rui|rukhshona|răzvan|sadig|sadyr|saken|saltanat|samvel|sargis|serikzhan|serkan|sevak|sevara|sevinj|seymur
    |shahlo|shashi|shinichi|shirley|shohruh|sooronbay|stanislaw|stanisław|sunita|suren|tahmina|takashi|taras|terry|tetiana|teymur|tiago|tofig
    |tolegen|tolkyn|tugba|tural|turkan|tuğba|ufuk|ulkar|ulvi|ulviyya|umed|urmat|vafa|vahan|vali|veronique|vesna|vigen|vitaliy|volkan|vuk|véronique
    |willie|xiaoming|yernur|yoko|yuki|zakir|zamiq|zdenek|zdeněk|zebuniso|zeinep|zhanara|zharas|zhyldyz|zohra|zulfugar|álvaro
    |abena|adebayo|akash|akiko|akosua|almazbek|alper|andrás|arshad|aslı|atilla|ayten|bakhtiyor|bashar|bassam|batyr|bekir|bjørn|burcu|bülent
    |cansu|cemil|cenk|ceren|chidi|chinedu|chyngyz|cihan|dilek|ebru|eleni|emeka|enes|ercan|erdal|erdem|erhan|erkan|ertuğrul|fadi|fahad|fahd|fahri
    |faruk|femi|ferhat|feridun|feyza|figen|firuz|fumio|furkan|gamze|gaurav|geeta|georgios|geraint|ghassan|gheorghe|giorgos|gizem|gökhan|gülay
    |gülcan|gülsüm|gürkan|hala|haluk|hamad|hamdi|hanan|hande|hani|hanne|haruto|haydar|hayri|hisham|huda|hülya|iftikhar|ilaria|ilker|ilknur|inês
    |iona|isla|islom|ismet|jengish|jános|kamau|kamol|kareem|kashif|keiko|kenan|kenta|kirsty|kjersti|kofi|konstantinos|koray|kostas|kwame|kürşat
    |lachlan|laila|lakshmi|layla|leif|lenka|lorna|lucía|lukáš|lusine|lászló|mahesh|mahmut|majid|marwan|masahiro|masao|maxwell|melih|merdan|mesut
    |metin|mette|michiko|mikheil|miranda|mona|mounir|musa|muzaffer|nalan|naoki|naresh|nasser|nazlı|necati|necdet|nedim|nermin|ngozi|nihat|nikhil
    |nilgün|nisha|nomsa|noriko|nour|nuray|nurcan|okan|oktay|oluwaseun|otieno|oğuz|paola|pelin|petter|phoebe|pranab|priscilla|péter|pınar|qasim
    |ramazan|rami|rania|rasha|recep|reem|reginald|remzi|ritu|rowena|rıza|sabrina|saidmurod|sami|satish|sedat|selami|selim|selçuk|serap|serena
    |serhan|sevil|sezgin|shehzad|shinzo|shreya|sipho|sneha|sofía|sohail|solveig|soner|stanley|suat|subhash|sudhir|susannah|sushma|swati|søren
    |süleyman|taner|tayfun|tetsuya|thabo|tomoko|toshiro|tunde|turgut|vasif|vedat|vincenzo|wael|wanjiru|yakup|yannis|yoshiko|yuko|yumi|zaid|zain
    |zdzisław|zehra|ziad|zilola|ágnes|özgür|özlem|şebnem|şule|азамат|алихан|алишер|бахтиёр|дамир|диас|дильшод|жахонгир|игнат|кендзи|отабек
    |сардор|улугбек|фаррух|шавкат
    |abner|abzal|adela|adelaide|adeline|adem|adina|adlet|adrienne|agatha|agathe|ahu|aileen|akan|akif|aktilek|alasdair|alden|aldiyar|alec|alejandra
    |aleta|alev|alfie|aliakbar|aliaskar|alibi|aline|alix|alparslan|alpay|altynbek|alua|alyson|amandine|amangeldy|amanzhol|amirkhan|amélie|anaïs|andie
    |angelica|angelina|angus|ania|annabelle|anneliese|annemarie|annika|ansel|anselm|antje|antoinette|antonin|anuarbek|apolline|arabella|arailym
    |archie|ariadne|ariane|arlene|arlo|armanbek|arnur|arshat|aryn|arzu|ashlee|ashton|askarbek|aslıhan|assan|assylzhan|atakan|atalay|attilâ|aubrey
    |augustine|aurélie|aurélien|ava|avery|avni|axelle|ayberk|aydan|ayfer|aygün|aykut|ayla|aytaç|aytekin|ayça|azamatkhan|bagila|bahadır|bahattin
    |baltabek|banu|baran|bastien|baykal|beatrix|behiç|behçet|bekbolat|beken|beknur|bekzada|belgin|benita|bennett|berdibek|berikbol|beril|berk|berkay
    |berna|bernadette|bernice|berrin|betül|beyza|bilgin|birgül|birol|birsen|birte|birzhan|blaise|blandine|botakoz|brice|bridget|britt|britta|bronwyn
    |brunhilde|bryony|burhan|burhanettin|burçin|buğra|béatrice|bénédicte|bérengère|bérénice|bülend|büşra|cahit|caleb|callum|canan|candace|candice
    |capucine|carlene|carly|carola|carole|cathal|cathy|cecil|celal|celia|celâl|cemalettin|cemile|cengiz|cevat|cevdet|ceyda|charlene|charlène|chingis
    |chingiz|christelle|ciara|cillian|claas|clarence|claudette|claudine|clotilde|clyde|colette|connie|coralie|cordelia|cordula|corentin|corinna
    |corinne|cornelius|cumhur|cécilia|cüneyt|dagmar|daisy|damien|danabek|daniya|danièle|daphne|darby|dariga|darina|darkhanbek|darlene|darrell|daryl
    |dashiell|dauletbek|davut|debbie|delbert|delphine|derviş|desmond|devin|diarmuid|didara|dilber|diyar|dolores|dorit|dorothée|doug|duane|durmuş
    |dustin|dynara|dörte|eamon|ece|eckart|eckhard|eda|eddie|edeltraud|edna|efe|ekin|ekkehard|ekrem|elaine|elaman|eldon|elfriede|eli|elijah|elke|ellie
    |elmer|eloise|elsa|elsie|elton|elzhan|elçin|emeline|emmett|emrah|enid|enver|erasyl|ercüment|erdinç|erdos|erdoğan|eren|erlanbek|erman|ermukhan
    |ernestine|erol|ersan|ersoy|ertan|erwin|erşan|esbol|esme|estelle|ethel|eugenie|eugénie|eunice|eyüp|ezgi|ezra|eşref|fabien|fabienne|fahrettin|faik
    |fatoş|fazıl|felicity|fergus|feride|ferit|fernand|fevzi|feyzullah|finbar|finlay|finn|flavien|florent|floyd|frances|francine|franck|frauke|freda
    |freddie|friederike|frédérique|fuat|funda|félix|füsun|gabi|galiaskar|galip|garth|gaspard|gauthier|gaziz|gaétan|gaël|gaëlle|gemma|genevieve
    |geneviève|geoffroy|geraldine|gertrud|gertrude|gesa|gesine|ghislain|ghislaine|gilles|gisela|gladys|glenda|gloria|godfrey|gonca|greta|grégoire
    |grégory|gudrun|guilhem|gulbanu|gulim|gulnaz|gulsara|gulsim|gwenaëlle|gwendoline|gwendolyn|géraldine|gökçe|gönül|gözde|gülben|gülden|güler|gülfem
    |gülin|gülnur|gülseren|gülsün|gülten|güngör|günseli|gürhan|gürol|gürsel|güzin|hacer|hadi|hadrien|haldun|halide|halit|hallie|halûk|hamit|handan
    |hannelore|harley|harriett|hartmut|harun|hattie|hayrettin|hayriye|hedwig|heide|heidrun|hellmut|helmuth|henrietta|henriette|henrike|heribert
    |herman|hervé|herwig|hilda|hildegard|hilmi|hippolyte|horace|hortense|howie|hugues|hulki|hulusi|humphrey|hüsamettin|hüsnü|hıfzı|ida|ihsan|ilber
    |ilhami|ilhan|ilka|ilkay|ilksen|ilse|imangali|imdat|imelda|imke|inez|ingbert|inge|ingeborg|inken|insa|inès|irem|iris|irmgard|ishak|iskender
    |isobel|isolde|izzet|izzettin|jacinta|jacky|jake|janelle|janette|janie|jasmin|jasper|jayden|jeannie|jeannine|jerald|jeralyn|jill|jimmy|joanie
    |joanne|jobst|jodi|joey|joffrey|jolene|jonah|josette|josiane|josie|joël|joëlle|juanita|judd|jude|judson|juliane|julianna|juliet|justine|jutta
    |jérémie|jérémy|jördis|kadri|kairatbek|kaitlyn|kamer|kamil|kamshat|kanysh|karla|karlheinz|kasım|kayhan|kazybek|kazım|keegan|keira|kelley|kelli
    |kellie|kelly|kelvin|kendra|kenny|keriman|kerri|kimber|kirsten|klemens|korkut|kornelia|kubilay|kunibert|kuralai|kurtis|kutay|kylie|kymbat|köksal
    |kürşad|kıvanç|lacey|laetitia|lale|latif|laure|lauri|laverne|lavinia|lazzat|laëtitia|leander|leanne|lenora|leonora|leroy|leticia|levend|libby
    |lieselotte|lila|liliane|lindsay|lindsey|linus|lois|lonnie|lottie|louella|louisa|loïc|luce|lucienne|lucile|lucille|lucinda|ludivine|ludovic
    |luther|lyle|lyndon|léa|léo|léon|léonard|léonie|lütfi|lütfü|mabel|macit|maddy|madelyn|maeve|magali|maggie|mairead|makbule|maksut|mallory|malte
    |mandy|manon|marcelle|marcia|mareike|maren|margaux|margit|mariah|maribel|marietta|marilla|marissa|marit|marita|marius|markward|marla|marlee
    |marlies|marlowe|marnie|marsha|martine|maryse|marzhan|mathew|matthieu|maud|maulen|mavis|maxence|maxine|mazhar|maël|maëlle|maïté|mckenzie
    |mechthild|mecit|meghan|mehlika|meike|melike|melis|melitta|melvyn|memduh|meral|merih|merle|mesude|metehan|mevlüt|michèle|mickey|mikaela|mildred
    |millicent|millie|minnie|mireille|mirzhan|mitch|mithat|monique|morgane|mortimer|moses|muammer|muhammet|muharrem|muhittin|muhlis|muhsin|mukadder
    |mukhamedzhan|munise|murager|murathan|myra|myrna|myrtle|mélanie|mélissa|müge|müjde|müjgan|mümtaz|münevver|münir|müslüm|nafiz|nagima|nahit|nail
    |naime|namık|nanette|nartay|natacha|nazerke|nazif|nazmi|nebahat|necip|necla|necmettin|necmi|nedret|nejat|nele|nellie|neslihan|nesrin|nettie
    |neville|nevzat|nezih|nezihe|neşe|nihal|nihan|nilay|ninon|noelle|norah|noé|noémie|nuh|nurali|nuran|nurbakh|nurettin|nurhan|nuri|nurkhan|nurlybek
    |nursaule|nursel|nurserik|nurtai|nurten|odile|okay|olav|ollie|olzhabek|oona|ophelia|ophélie|oran|orazaly|orhun|orla|orson|orçun|oswald|otmar
    |ottmar|oya|oğuzhan|pakize|paloma|pamella|patsy|patti|patty|penelope|perihan|perizat|perrine|pervin|peyami|phineas|piers|polly|portia|rachael
    |rafferty|rahmi|raif|raikhan|raimund|ralston|ramona|rana|randal|raphaëlle|raquel|raushangul|raymonde|recai|reese|refik|reiner|reinhold|renaud
    |renee|reynold|reşat|rhoda|rhonda|richie|rieke|riley|roark|robyn|rocco|roddy|rodolphe|rolande|romane|romy|ronda|roosevelt|rosa|rosalie|rosamund
    |rosanna|roseanne|roselyne|rosemarie|rosie|roswitha|roxanne|roxie|rudi|rufus|ruprecht|ruslana|russel|ruthie|rymbek|régine|régis|rémi|rémy|rüdiger
    |rüstem|rüya|rıdvan|rıfat|sabri|sabyr|sadettin|sadi|sadie|sadık|safiye|sagadat|sait|sakıp|salih|salomé|samia|sampson|sandrine|saparbek|sarkyt
    |saskia|saul|sayat|selahattin|selcen|selda|selena|selwyn|semih|seniha|serdal|serikbay|serpil|sevda|severin|sevim|sevtap|seyfettin|seyfi|seyit
    |seymour|sezai|sezen|sezer|seçil|shakhmardan|shari|shauna|shayla|shea|shelby|shelley|shelly|sherkhan|sherri|sherry|sherwin|shirl|shyngyskhan
    |sidney|sidonie|siegbert|sieglinde|siegmund|sienna|sigrun|silas|silja|silvester|sinem|solange|solène|songül|sonny|stanislas|steffen|stéphanie
    |sullivan|suna|suzanna|suzie|suzon|svenja|swantje|swen|sybil|sylvaine|sylvette|sylviane|sébastienne|séverine|sören|süha|süheyla|süreyya|sıla
    |tabea|tabitha|tahsin|tair|talip|tamer|tammy|tanguy|tanirbergen|tansel|tansu|tarhan|tarık|taylan|tayyar|temirkhan|teoman|teri|terri|tessa|tevfik
    |thaddeus|thelma|theron|thibaud|thibaut|thilo|théo|théodore|théophile|tileuberdi|till|tilmann|tilo|timuçin|tleuzhan|tolebi|tolunay|tommy|tonya
    |torben|tracie|tricia|trina|trish|trudy|tufan|tuncay|tuncer|turgay|turhan|tursunbek|tursyn|tuğrul|tyrone|tülay|tülin|türkan|udo|ugo|ulrika|uluç
    |ulykpan|ulysse|umirzak|uriah|uschi|utku|vahap|vahdettin|vahit|valère|vanya|vaughn|vecdi|vedia|vehbi|veli|verena|verna|veysel|vicki|vikki|vildan
    |vince|virgil|viviane|volkhard|volkmar|vural|walther|waltraud|waylon|wendelin|wenzel|wiebke|wieland|wilbert|wilbur|wilfred|wilma|wiltrud|winfried
    |winifred|wolfram|xavière|yalçın|yaman|yannick|yasmina|yaşar|yelaman|yeldos|yeliz|yener|yerasyl|yerkegul|yesbol|yessen|yeşim|yiğit|yoann|yohann
    |yolanda|yolande|yonca|yurdagül|yvan|yvon|yılmaz|zachariah|zaure|zauresh|zekai|zeke|zekeriya|zeki|zelda|zerrin|zhadyra|zhaksylyk|zhamilya
    |zhanbolat|zhangeldy|zhanylsyn|zharkyn|zhassulan|zhazira|zhumabai|zhumagali|ziya|zoé|zuhal|zulfira|zübeyde|çiğdem|édouard|éliane|élisabeth|élise
    |éloïse|éléonore|émeline|émile|émilie|éric|évelyne|ömür|özcan|özdemir|özden|özer|özkan|özlen|ümran|ünal|ışıl|şaban|şadi|şakir|şefik|şehnaz
    |şemsettin|şener|şenol|şerafettin|şerif|şerife|şevket|şinasi|şirin|şükran|şükrü|абдулла|абдыжапар|абылай|айбек|айдос|айна|айнагуль|айсулу|акбота
    |алдияр|алтынай|алтынбек|аманжол|амирхан|анеля|аниса|арай|арина|аркен|арнур|аружан|архат|асия|асылхан|атабек|бакытбек|батырхан|бауржан|баходир
    |бахром|бейсен|бекболат|бекзад|бермет|биржан|болатбек|бота|ботагоз|василина|галимжан|гани|гаяне|гульзат|гульназ|гульсара|гульшат|гүлжан|гүлсара
    |гүлшат|дастан|даут|диляра|думан|ерболат|ергали|еркежан|ерлик|ернар|ерсултан|есен|жаксылык|жамиля|жанболат|жаннат|жасулан|жомарт|жумабай|жумабек
    |жумагали|заур|зейнеп|зинаида|зинат|ибрагим|игілік|ильгар|индира|иосиф|исмаил|исмет|калиюла|камал|камиль|каныш|кемель|клара|куаныш|кубанычбек
    |куралай|кымбат|лолита|мадияр|макар|мамука|марлен|матвей|махмуд|мерей|мирлан|миша|мурад|муса|мустафа|мухамеджан|мырза|надир|наргиз|нацагдорж
    |нелли|неля|нигара|нодира|нурали|нуралы|нургали|нургалы|нуркен|нурсулу|нуртай|оразалы|оразгуль|парвиз|парвин|раиса|рафаил|рафаэль|рафик|рахим
    |рашит|рената|римма|рита|родион|рысбек|сабыр|савва|савелий|сагынбек|саид|салават|салим|самвел|самуил|сапар|сарсен|севара|севиль|серикболсын|соня
    |софия|софья|сулейман|сусанна|танирберген|тарас|ташполот|тигран|тогжан|толеубек|толкын|турар|турсунбек|турсынбек|тынчтыкбек|уалихан|фазиль|фаина
    |фатима|фуад|хамид|хасан|хусейн|чингиз|шамиль|шарип|шахноза|шерзод|шынгыс|эдгар|эльдар|эльмар|эльнура|эльшад|эмин|эмма|эрик|эркин|эрлан|юлдуз
    |юлиана|юнус|юсуп|ялкун
    |abdulkadir|abhay|abhinav|achal|aditi|afzal|aidyn|ailsa|ajai|akhil|akhtar|akshay|alban|alexa|alia|almagul|altaf|alvin|amalia|amarjit|ameen
    |amelie|amirhossein|amita|ammar|amrita|anatole|andreea|andrej|andres|anette|anica|anika|anindita|anirban|anjana|ankita|annalena|ansgar|anshuman
    |anup|anuradha|aparna|arash|aravind|arda|ardeshir|arianna|armando|arnab|arne|arunima|ashish|ashkan|ashutosh|ashwin|aslam|asma|asuman|atul
    |augustin|ayana|ayazhan|ayhan|aytakin|ayşegül|azer|azhar|babak|babar|badri|balaji|balzhan|barnaby|barun|basem|bashir|basil|basma|bastian|başak
    |beata|behnam|behrouz|ben|benno|bhaskar|bijan|bilge|bilgehan|bina|bipin|bob|bodo|buket|bushra|camilla|carsten|caspar|chandan|charu|chetan|chloe
    |christa|christel|christof|chuck|chynara|clare|claus|clemens|colleen|conor|constanze|cora|curtis|dan|danagul|daniele|dariush|darryl|dave
    |debashis|deepika|detlef|devika|dharmendra|dhruv|didem|diego|dietmar|dietrich|dilnaz|divya|dora|doğukan|eberhard|ecem|edwina|ehsan|elham|elmar
    |elspeth|emanuel|emilbek|emir|engin|enis|esin|evren|fahim|faiza|farah|fariba|faris|farkhod|farnaz|farshid|farzaneh|fawaz|fazal|filiz|fouzia
    |francisco|francoise|franziska|fraser|fulya|furkat|gabrielle|gail|galym|gani|garry|gayatri|georgina|gert|giancarlo|gideon|giovanna|girish|golnaz
    |gulom|gulshat|gunther|gurmeet|gustav|göktürk|gülşen|hafeez|hamed|hamideh|haris|haytham|hazem|heiko|heiner|helene|hemant|henk|himanshu|hoda
    |holger|homa|hooman|hossein|huma|humaira|humayun|ibrokhim|ijaz|iliyas|iraj|ishaq|i̇brahim|i̇dris|i̇hsan|i̇lhan|i̇lker|i̇lknur|i̇nci|i̇pek|i̇rem
    |i̇smail|i̇smet|jaber|jaffar|jagdish|jaideep|janine|jaswant|jatin|javad|jawad|jaya|jayant|jayanta|jeroen|josefine|jules|juliette|kadriye|kalyan
    |kamyar|kanwal|kapil|karel|karsten|karthik|kartik|kassymzhomart|katharine|kaushik|kaveh|kağan|kerim|keyvan|knut|kristian|kulyash|ladan|laleh
    |lalit|lamia|lara|latife|leonardo|leonie|liane|liaquat|lillian|liselotte|lloyd|lola|lotte|lucien|ludger|ludmila|luisa|madeline|maha|maham|mahdi
    |mahdieh|mahendra|mahnaz|mahsa|majed|malini|mammad|manjari|maqsood|marcella|margarete|marielle|marika|marisa|maryann|masoud|mathilda|maxat|mazen
    |meenakshi|mehmood|mehran|meinhard|mert|meruyert|meryem|michela|minoo|mira|mirko|moazzam|mohit|mojtaba|morteza|mouna|moussa|mubashir|mudassir
    |muhammed|mujahid|mukhit|mukul|mumtaz|murtaza|nabila|nader|naeem|naghmeh|nahla|nalin|nandan|nandini|nasrin|natascha|naveen|navid|nazan|nazia
    |nazym|neelam|neeraj|neeta|negar|nidal|nidhi|nighat|niloufar|nilüfer|nishant|nivedita|nizar|noman|noreen|nosheen|nurjan|nurtas|obaid|odette
    |olcay|oleksiy|oskar|padma|pallavi|paramjit|parisa|parul|parvana|parveen|payam|phunchok|pouya|prabha|prabhat|pranay|prasad|pratap|pratibha
    |praveen|preeti|puja|punit|purnima|qais|qaiser|radha|raed|rafiq|raghu|rakhima|ranjan|raoul|raphael|raphaela|rashmi|ravindra|raza|regine|rembert
    |rene|renu|reto|riaz|richa|rima|rohini|ron|roopa|rowan|roya|ruchi|rudiger|rupa|saadet|saeid|saidakbar|salah|salem|salma|samer|samet|sandugash
    |sangeeta|saniya|sarfraz|sarita|saroj|sascha|sayora|seda|sefa|selcan|selen|selina|sermet|sertaç|serzhan|sevinç|shabbir|shafqat|shahbaz|shahzeb
    |shailesh|shamim|shanta|shanti|sharad|shashank|shekhar|shikha|shilpa|shubha|siamak|simin|simona|sinead|smita|smriti|smruti|soheil|sohrab|sonali
    |sonay|sourav|sreeram|srikanth|srinivas|stig|suad|sudha|sujata|suleiman|suman|susann|swapna|swaran|sybille|symbat|talat|tamsin|tanmay|tapan
    |tatjana|tayyab|ted|temirbek|tess|theo|therese|tilek|tleukhan|toby|tolganay|tommaso|toni|tuba|tuğçe|uli|ulpan|ulukbek|umesh|upendra|usha|uta
    |utkarsh|vahid|vandana|vasant|venera|vipin|virendra|vivienne|wajid|wanda|waseem|wassim|wim|yaghoub|yahya|yasser|yavuz|yağmur|yerbolat|yergali
    |yesen|yevgeniy|younis|yousaf|yücel|zeliha|zhasulan|ziyad|ziyod|zohreh|çağatay|çağrı|çetin|önder|ümit|şafak|şahin|şeref|абзал|агата|аделина|азат
    |азиз|азиза|айбын|айдын|айнура|айсель|айтач|айтен|акмаль|акылбек|алевтина|алиса|алмагүл|алмазбек|альмира|альфия|амангельды|амир|анар|анжела
    |антонина|арайлым|арзу|ариадна|арнұр|арсений|асад|асадбек|асиф|ауезхан|ахмет|ақбота|ақжан|бахтияр|бағдат|бекжан|бердібек|бехруз|бибигуль|бобур
    |ботир|біржан|вагиф|василиса|виолетта|влад|владислава|вугар|вюсал|гасан|гауһар|гулзат|гулноза|гульжан|гульчехра|гусейн|гюльнара|давид|данагүл
    |джавид|джамиля|джейхун|дилшод|дильноза|дильфуза|дина|дониёр|дулат|дінмұхамед|ева|егор|еламан|ерасыл|ерсұлтан|ерғали|есенгелді|ефим|жазира
    |жамшид|жанара|жанбота|жания|жансая|жаныл|жасур|жасұлан|жоомарт|жылдыз|зауре|захар|зебо|зия|зияда|зиёда|зухра|зәуре|икрам|икром|илгар|ильхам
    |ильхом|иса|камола|камолиддин|камран|камшат|канатбек|кенжебек|кира|комил|кямал|күлпаш|лазиз|лала|ляззат|ләззат|майя|мамед|махир|мағжан|мақпал
    |милана|мирзиёд|молдир|мунира|мурод|мухаммад|мухит|мээрим|мәди|мөлдір|назерке|назира|наргиза|насиба|натиг|нигора|нигяр|низами|нилуфар|нодир
    |нұрбол|нұрия|нұртас|нұршуақ|озода|ойбек|октай|оралбек|орхан|парвана|перизат|равшан|рамиз|рамин|рано|расим|рауф|рахмон|рахымжан|рашад|регина
    |рена|ровшан|руфат|рүстем|сабир|садыр|салауат|самир|сандугаш|сарвар|саян|саят|сағыныш|севда|севиндж|сеймур|сержан|сироджиддин|снежана|сооронбай
    |сухроб|табыл|таисия|тарана|темур|тилек|тогрул|торокул|тофик|тоғжан|турал|турат|тілеген|узеир|ульвия|умид|умида|фарход|фахри|феруза|фикрет
    |фирдавс|фируза|хадиша|хикмат|хикмет|хуршид|чолпон|чынара|шахин|шухрат|шәкен|ысқақ|элина|эльдор|эльнур|эльхан|эльчин|эмилия|юлиан|юсиф|ясемен
    |яшар|ібраһим|қабдолла|қазбек|қалдыбек|қасым|қыдыр|құралай|ұлбосын|әділ|әділбек|әзиз|әлихан|әлішер"""
)
