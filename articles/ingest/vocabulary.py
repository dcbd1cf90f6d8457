"""Words by which pages in the languages of the archive are known: what menus, share bars, by-lines and papers' names consist of."""

from __future__ import annotations


def listed(table: str) -> frozenset[str]:
    """Return the entries of ``table``: parted by bars, blanks folded."""
    return frozenset(" ".join(entry.split()) for entry in table.split("|"))


# The entries of sites' menus, in lower case.
MENU_WORDS = listed(
    """menu|home|homepage|main page|news|latest news|all news|politics|economy|economics|business|society|culture|sport|sports|opinion|opinions
    |analysis|analytics|interviews|interview|video|videos|photo|photos|gallery|multimedia|podcasts|world|nation|international|regions|region
    |central asia|kazakhstan|asia|europe|about|about us|contact|contacts|contact us|search|archive|archives|login|log in|sign in|sign up|register
    |subscribe|privacy policy|privacy|terms of use|terms|sitemap|site map|rss|advertise|advertising|jobs|careers|events|publications|research
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
    |гороскоп|авто|бизнес|наука|технологии|туризм|погода|здоровье|төңірек|экономика|технология|ғылым|спорт|білім|денсаулық"""
)

# What a page can be passed on to, or done with, in one click; in lower case.
NETWORKS = listed(
    """одноклассники|класс|класс!|твитнуть|закрепить|pin it|save|twittern|mailen|drucken|teilen|versenden|tweetle|paylaş|partager|envoyer|бөлісу
    |басып шығару|pdf|скопировать ссылку|bağlantıyı kopyala|gefällt mir|ұнату|нравится|мой мир@mail.ru|rss|imo|line|weibo|wechat|messenger
    |facebook|twitter|x|telegram|whatsapp|linkedin|vk|vkontakte|вконтакте|одноклассники|odnoklassniki|ok|reddit|tumblr|pinterest|viber
    |instagram|youtube|pocket|email|e-mail|mail|print|печать|tweet|pin|flipboard|copy|link|copy link|threads|mastodon|bluesky|skype|messenger
    |share|поделиться|like|google+|google plus|livejournal|mail.ru|мой мир|копировать|print this|email this|more|share this"""
)

# Words in the names of papers, agencies and sites.
PAPER_WORDS = listed(
    """Times|News|Review|Journal|Monitor|Bulletin|Post|Press|Agency|Daily|Weekly|Herald|Tribune|Observer|Analyst|Новости|Агентство|Газета
    |Правда|Вестник|Известия|ВЕСТНИК|НОВОСТИ|ГАЗЕТА|Обозреватель|Courier|Quarterly|Reports|Ledger|Chronicle|Gazette|gazetesi|газеті
    |Бюллетень|БЮЛЛЕТЕНЬ
    |Zeitung|Nachrichten|Gazetesi|Haber|Wire|Newswire|Mirror|Star|Standard|Independent|Gazeta|Dispatch|Reporter|Diplomat|Digest|Magazine|Newspaper
    |Tageszeitung|Rundschau|Anzeiger|Kurier|Tagblatt|Blatt|Revue|Courrier|Dépêche|Tribune|Cahiers|Postası|Ajansı|Gazete|Курьер|Вести|Телеграф
    |Хабар|Ақпарат|Алаш|Жаршысы|Обозрение|Независимая|Вечерний|Наблюдатель|Ведомости"""
)

# Who signs where nobody does: a by-line of these words alone names no author; in lower case.
NOBODY = listed(
    """admin|administrator|staff|writer|writers|editor|editors|editorial|team|board|guest|author|webmaster|report|reporter|our|own
    |correspondent|админ|администратор|redaktion"""
)

# Words with which a sentence may begin before a dash, and a dateline never.
SENTENCE_OPENERS = listed(
    """In|On|By|Since|From|At|As|The|This|It|Until|After|Before|During|For|But|And|Between|A|An|В|На|С|По|К|До|После|За|От|Im|In|Am|Seit|Le|La|Les
    |En|Depuis"""
)

# Cities from which agencies report: in capitals before a dash they open a report even without a date.
REPORTING_CITIES = listed(
    """ASTANA|ALMATY|NUR-SULTAN|MOSCOW|BISHKEK|TASHKENT|DUSHANBE|ASHGABAT|BEIJING|WASHINGTON|BRUSSELS|LONDON|GENEVA|VIENNA|ANKARA|BAKU|TBILISI
    |NUR SULTAN|ULAANBAATAR|İSTANBUL|PEKİN|TAŞKENT|BİŞKEK|BAKÜ|MOSKOVA|KYIV|KIEV|PARIS|BERLIN|TEHRAN|DELHI|TOKYO|АСТАНА|АЛМАТЫ|НУР-СУЛТАН
    |МОСКВА|БИШКЕК|ТАШКЕНТ|ДУШАНБЕ|АШХАБАД|ПЕКИН|ВАШИНГТОН|БРЮССЕЛЬ|НҰР-СҰЛТАН|NŪR-SŪLTAN|NUR-SŪLTAN|АЛМА-АТА|ALMA-ATA|AKMOLA|АКМОЛА|AKTAU|АКТАУ|АҚТАУ|ATYRAU|АТЫРАУ
    |SHYMKENT|ШЫМКЕНТ|KARAGANDA|КАРАГАНДА|ҚАРАҒАНДЫ|PAVLODAR|ПАВЛОДАР|KOSTANAY|КОСТАНАЙ|ҚОСТАНАЙ|SEMEY|СЕМЕЙ|URALSK|УРАЛЬСК|TURKISTAN
    |ТУРКЕСТАН|ТҮРКІСТАН|ЖЕНЕВА|ВЕНА|ЛОНДОН|ПАРИЖ|БЕРЛИН|АНКАРА|СТАМБУЛ|БАКУ|ТБИЛИСИ|ЕРЕВАН|МИНСК|КИЕВ|НЬЮ-ЙОРК|ДЕЛИ|ТЕГЕРАН|ТОКИО|СЕУЛ|РИМ|МӘСКЕУ
    |БЕЙЖІҢ|СТАМБҰЛ|АНКАРА|ТЕҺРАН|NEW YORK|SEOUL|ROME|MADRID|ISTANBUL|YEREVAN|MINSK|KABUL|ISLAMABAD|DOHA|RIYADH|HELSINKI|STOCKHOLM|OSLO|PRAGUE
    |WARSAW|BUDAPEST|VIENNE|GENÈVE|LONDRES|BRUXELLES|MOSCOU|PÉKIN|BRÜSSEL|GENF|WIEN|MOSKAU|PEKING|ASTANA/NUR-SULTAN|BRÜKSEL|CENEVRE|VİYANA|LONDRA
    |TAHRAN|TİFLİS|ERİVAN|DUŞANBE|AŞKABAT"""
)

# What a row of buttons consists of, word by word: networks, and what one does with them; in lower case.
SHARE_WORDS = listed(
    """with|e|whats|app|you|tube|linked|pin|твиттер|фейсбук|телеграм|add|favorites|bookmark|embed|facebook|twitter|x|telegram|whatsapp|linkedin
    |vk|vkontakte|вконтакте|одноклассники|reddit|tumblr|pinterest|viber|instagram|youtube|pocket|email
    |e-mail|mail|print|печать|tweet|pin|flipboard|threads|messenger|share|shares|поделиться|google|ok|мой|мир|мире|livejournal|rss|pdf|epub
    |copy|link|copier
    |твитнуть|закрепить|teilen|twittern|mailen|drucken|versenden|leserbrief|schreiben|partager|partage|paylaş|tweetle|envoyer|par|compartir|condividi
    |бөлісу|басып|шығару|bölısu|ұнату|this|article|post|story|page|on|via|by|in|mit|auf|sur|в|с|соцсетях|социальных|сетях|скопировать|ссылку
    |bağlantıyı|kopyala|save|listen|слушать|распечатать|gift|favoris|like|gefällt|mir|нравится|класс|imprimer|yazdır|de|те|та|арқылы|басу|da|ta"""
)

# Words of headings, sections, bodies and places, which no person's name has; in lower case.
NO_NAMES = listed(
    """comment|comments|paper|papers|working|brief|issue|volume|daily|weekly|quick|key|search|staff|sign|copy|download|listen|getty|images|picture
    |kasachstans|islamic|muslim|western|soviet|european|caspian|sea|nuclear|security|multi-vector|diplomacy|diplomatic|summit|strategic|partnership
    |consular|issues|official|statements|profile|gallery|embassy|statement|speech|speeches|interview|exclusive|analytics|benzer|içerikler|ilginizi|çekebilir|senior|fellow|director|professor|editor|ambassador|analyst|researcher|correspondent|chief|deputy|head|doctor|research|associate|visiting
    |summary|brief|policy|analysis|report|reports|news|review|introduction|conclusion|conclusions|opinion|commentary|central|asia|asian
    |united|states|nations
    |union|european|foreign|relations|affairs|kazakhstan|kazakh|russia|russian|china|chinese|eurasian|international|national|security|world|economic
    |executive|key|points|background|further|reading|recommendations|references|notes|abstract|keywords|photo|image|video|share|read|more
    |related|follow
    |government|president|minister|ministry|republic|state|public|press|service|office|street|city|north|south|east|west|new|great|silk|road|belt
    |initiative|trade|energy|gas|oil|water|policy|post|posts|comments|home|page|privacy|terms|contact|contacts|about|all|most|top|best|latest|special
    |central asia|внешняя|политика|новости|центральная|азия|республика|казахстан|россия|китай|союз|совет|главная|страница|читайте
    |поделиться|фото|видео
    |список|литературы|свежий|номер|пресс|служба|экспертный|комментарий|лента|новостей|средней|азии|государственный|министерство|общество|культура
    |сыртқы|саясат|қазақстан|республикасы|ресми|хабарлар|баспасөз|басты|бет|орталық|азия|байланыс|anasayfa|haber|ajansı|dış|politika|kazakistan|türk
    |rusya|çin|orta|asya|avrupa|son|dakika|günün|sözü|institut|ostpolitik|außenpolitik|kasachstan|zentralasien|russland|impressum|über|uns|les|la|le
    |tüm|yazıları|yazarın|articles|alle|artikel|beiträge|tous|все|статьи|автора|барлық|мақалалары
    |plus|lus|nos|derniers|politique|étrangère|asie|centrale|nations|unies|basty|dala|avatar|аватар"""
)

# Sections of papers and kinds of texts, as they stand alone near a title; in lower case.
SECTIONS = listed(
    """opinion|opinions|op-ed|commentary|comment|analysis|analyses|interview|interviews|feature|features|news|business news|business|politics
    |economy|world|world news|briefing|brief|policy brief|policy paper|research paper|working paper|report|reports|essay|essays|review
    |reviews|book review|columns|column|editorial|dispatches|dispatch|perspectives|insights|insight|viewpoint|expert comment|blog
    |press release|news release|press releases|statement|statements|speech|speeches|articles|original article|research article|field reports
    |feature articles|diplomacy|foreign policy|foreign affairs|international|international relations|central asia|security|energy|markets
    |transcripts|events|conversations|аналитика|мнение|мнения|интервью|политика|экономика|общество|в мире|мир|комментарий|комментарии
    |колонка|колонки|обзор|обзоры|репортаж|статьи|публицистика|международные отношения|внешняя политика|дипломатия|безопасность|энергетика
    |эксперты|точка зрения|новости|пресс-релиз|пресс-релизы|выступления|заявления|история|культура|геополитика|саясат|талдау|сараптама
    |сұхбат|көзқарас|пікір|әлем|қоғам|жаңалықтар|халықаралық қатынастар|сыртқы саясат|тарих|руханият|меніңше|ой-пікір|шет ел|шетел|politik
    |außenpolitik|wirtschaft|gesellschaft|meinung|kommentar|analyse|analysen|im gespräch|hintergrund|gastbeitrag|ausland|kurzanalyse
    |bericht|reportage|welt|politique|économie|société|tribune|tribunes|entretien|entretiens|chronique|monde|décryptage|note d’analyse
    |note d'analyse|dossier|éditorial|point de vue|dünya|siyaset|politika|ekonomi|görüş|analiz|analizler|röportaj|söyleşi|yorum
    |köşe yazıları|dış politika|haber|haberler|makale|makaleler|gündem|dış haberler|uluslararası ilişkiler"""
)
