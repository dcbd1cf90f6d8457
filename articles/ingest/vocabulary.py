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
    |ekonomi|dünya|spor|kültür|iletişim|hakkımızda"""
)

# What a page can be passed on to, or done with, in one click; in lower case.
NETWORKS = listed(
    """facebook|twitter|x|telegram|whatsapp|linkedin|vk|vkontakte|вконтакте|одноклассники|odnoklassniki|ok|reddit|tumblr|pinterest|viber
    |instagram|youtube|pocket|email|e-mail|mail|print|печать|tweet|pin|flipboard|copy|link|copy link|threads|mastodon|bluesky|skype|messenger
    |share|поделиться|like|google+|google plus|livejournal|mail.ru|мой мир|копировать|print this|email this|more|share this"""
)

# Words in the names of papers, agencies and sites.
PAPER_WORDS = listed(
    """Times|News|Review|Journal|Monitor|Bulletin|Post|Press|Agency|Daily|Weekly|Herald|Tribune|Observer|Analyst|Новости|Агентство|Газета
    |Правда|Вестник|Известия|Zeitung|Nachrichten|Gazetesi|Haber"""
)

# Who signs where nobody does: a by-line of these words alone names no author; in lower case.
NOBODY = listed(
    """admin|administrator|staff|writer|writers|editor|editors|editorial|team|board|guest|author|webmaster|report|reporter|our|own
    |correspondent|редакция|админ|redaktion"""
)

# Words with which a sentence may begin before a dash, and a dateline never.
SENTENCE_OPENERS = listed(
    """In|On|By|Since|From|At|As|The|This|It|Until|After|Before|During|For|But|And|Between|A|An|В|На|С|По|К|До|После|За|От|Im|In|Am|Seit|Le|La|Les
    |En|Depuis"""
)

# Cities from which agencies report: in capitals before a dash they open a report even without a date.
REPORTING_CITIES = listed(
    """ASTANA|ALMATY|NUR-SULTAN|MOSCOW|BISHKEK|TASHKENT|DUSHANBE|ASHGABAT|BEIJING|WASHINGTON|BRUSSELS|LONDON|GENEVA|VIENNA|ANKARA|BAKU|TBILISI
    |KYIV|KIEV|PARIS|BERLIN|TEHRAN|DELHI|TOKYO|АСТАНА|АЛМАТЫ|НУР-СУЛТАН|МОСКВА|БИШКЕК|ТАШКЕНТ|ДУШАНБЕ|АШХАБАД|ПЕКИН|ВАШИНГТОН|БРЮССЕЛЬ"""
)
