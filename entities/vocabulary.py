"""Words that stand beside names in English, Russian and Kazakh, by what they say of them. Folded as texts are compared. Pure."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Words that a name of ours would be mistaken for, at the head of a sentence or in a line of capitals.
COMMON_WORDS = _words(
    "us is it who may will hope rice mali bush gore chad jordan cook chile mark march august june rose grace faith hill wood young brown "
    "white black king bishop turkey china eco uno trump tusk modi "
    "вена семей верный надежда вера любовь роза май лев рим ника мир катар "
    "қыз бала көк қара ақ мерей бақыт береке"
)
# Ordinary words too; but at the head of a sentence the name is meant far more often.
MEANT_ALL_THE_SAME = _words("turkey china trump tusk modi катар")

# What makes a longer name of the name before it, in whatever letters it is set, and of the name after it.
AFTER = _words(
    "airlines airways airport arena avenue ballet bank boulevard broadcasting bulletin center centre club college corp corporation cup daily fc "
    "foundation fund gazette group herald holding hotel hub inc institute institution intellectual investments jsc journal llc llp ltd marathon "
    "monitor motors museum news observer opera organization organisation plaza post press prize radio region school schools sea square stadium "
    "steel street tech telecom telegraph temir theater theatre times today tower towers tribune tv university weekly "
    "ұлттық халық банкі банк аэропорт әуежайы көшесі даңғылы газеті қонақ телеарнасы стадионы театры университеті қоры орталығы опера хаб моторс "
    "атындағы зияткерлік темір темир интеллектуальная интеллектуальной интеллектуальную интеллектуальные интеллектуальных"
)
BEFORE = _words("air bank barys bc cafe fc hc hotel miss qazaq radio restaurant team tv visit")
BEFORE_IN_APPOSITION = _words("cafe cinema club ferry hotel newspaper radio restaurant stadium tanker")
BEFORE_OF = _words("academy bank church college institute museum order port university voice")
# What makes another land of the land after it, in whatever letters it is set.
OTHER_LAND = _words(
    "south north east west southern northern eastern western central inner outer upper lower new greater equatorial little "
    "солтүстік оңтүстік батыс шығыс орталық ішкі сыртқы жаңа "
    "южная южный северная северный восточная восточный западная западный внутренняя внутренний центральная центральный новая новый"
)
RUSSIAN_BEFORE = (
    "банк", "гостиниц", "отел", "улиц", "проспект", "площад", "стадион", "кинотеатр", "авиакомпани", "имени", "аэропорт", "фонд", "академи",
    "университет", "бульвар",
)  # fmt: skip
RUSSIAN_BEFORE_QUOTED = (
    *RUSSIAN_BEFORE, "газет", "журнал", "телеканал", "клуб", "ресторан", "компани", "санатори", "поезд", "ансамбл", "команд", "фирм", "холдинг",
    "корпораци", "агентств", "радио", "ледокол", "кафе", "корабл", "танкер",
)  # fmt: skip
# What speaks of a word and not of a thing that is called so.
ABOUT_WORDS = ("слов", "термин", "поняти", "названи", "сөз", "атау", "ұғым", "word", "term", "name", "label", "concept", "idea")
NEWSPAPERS = ("газет", "журнал")

# Who or what a land, a city or a body has: with one of these among the capitals after it, the name ends before them.
OFFICES = _words(
    "administration ambassador ambassadors cabinet chair chairman chairwoman chancellor commissioner delegation deputies embassy envoy envoys "
    "foreign government governor leader leaders lawmaker mayor minister ministers ministry parliament pm premier president presidents "
    "representative secretary secretary-general senate senator senators speaker spokesman spokeswoman spokesperson chairperson chairmanship "
    "presidency summit summits "
    "prezidenti ministri ukimeti parlamenti respublikasy prezident"
)
# The same before an "of": president of, Ministry of Energy of.
OF_OFFICES = OFFICES | _words(
    "affairs agriculture army assembly bodies capital citizens city constitution court defence defense development economy education emir energy "
    "finance forces consulate health head independence interior justice king leadership majilis mazhilis mission nation north east south west "
    "palace people peoples presidency prime prosecutor region regions republic republics security state states sultan territory trade transport"
)
_CALENDAR = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december"
)
# A capital beside a name for a reason of its own: days, and lands in their times.
DAYS = _CALENDAR | _words(
    "soviet post-soviet modern independent imperial tsarist советский советская советского советской советском советскому кеңестік i"
)

# What stands in capitals before a surname without being anybody's given name.
TITLES = _words(
    "administration akim ambassador candidate chair chairman chairwoman chancellor chief citizen comrade deputy doctor dr elbasy emperor envoy "
    "ex father fm foreign general governor head judge khan king leader marshal mayor minister ministers mr mrs ms officer pm pope premier "
    "president presidents prime prince princess prof professor queen senator secretary secretary-general sheikh speaker spokesman spokeswoman "
    "state successor sultan then tsar vice "
    "президент президента президенту президентом президенте министр министра министру министром премьер премьера премьеру премьером "
    "премьер-министр премьер-министра премьер-министру премьер-министром глава главы главе главу главой лидер лидера лидеру лидером господин "
    "господина господину господином посол посла послу послом канцлер канцлера генсек генсека спикер спикера елбасы елбасының сенатор сенатора "
    "председатель председателя товарищ товарища генерал генерала академик академика экс-президент экс-премьер экс-глава "
    "президенті президентінің президентіне президентін министрі министрінің министріне басшысы басшысының басшысына төрағасы "
    "төрағасының елшісі мырза үкімет"
)
OPENERS = _CALENDAR | _words(
    "a about according after against all also although an and any as at because before behind being both but by can could despite did does "
    "during earlier even every fellow finally for former from given has have he her here his how however i if in instead into is it its "
    "just last late later like many meanwhile more most much neither never new next no nor not now of on once one only or other our "
    "outgoing over past per perhaps said says she should since so some still such than that the their then there these they this those though "
    "thus to today together too under unless unlike until upon via was we were what when where whether which while who whom whose why will "
    "with within without would yes yesterday yet you your across among around beside besides between beyond inside near outside through "
    "throughout toward towards again ago already always elsewhere indeed maybe often quite rather sometimes soon twice "
    "le la les au aux du des de en un une et ou mais avec pour par sur dans sans sous entre vers el los las del al il lo gli der die das "
    "neighbouring neighboring two three four five several few each everyone nobody nothing something"
)
# Words that open Russian sentences before a subject, without being anybody's name or a word for a thing.
RUSSIAN_OPENERS = _words(
    "а авось без благодаря будто будь бы был была были в вам ваш вблизи ввиду вдруг ведь везде вероятно весь весьма видимо вместе вместо вне "
    "внезапно вновь во возле возможно возражая вокруг вообще вопреки вот впервые впереди впоследствии впрочем всего всегда вскоре вслед все "
    "всюду всякий вчера вы где да давно даже далее для до дома едва ежегодно если есть еще же за завтра зато затем зачем здесь и ибо из "
    "изначально или именно иногда итак их к каждый как какой когда конечно кроме кстати кто куда либо лишь летом зимой весной осенью между мимо "
    "мне много может мой мы на навстречу над надо накануне наконец например напротив насколько наш не недавно незадолго нередко несмотря нет "
    "неужели никогда но ныне нынешний о об однажды однако около он она они опять от отныне отсюда очевидно перед по повторно под поздно позже "
    "пока помимо после потом потому почему поэтому почти похоже пора прежде при про против прямо пусть разве ранее рано редко с сам свой "
    "сегодня сейчас сначала снова со собственно совсем скоро словом сперва среди сразу столь так также такой там твой тем теперь тогда "
    "тоже только тот точно тут ты у уже утром вечером днем ночью фактически формально хотя хорошо через что чтобы чуть эти это этот я якобы "
    "чей сколько следом ради насчет относительно согласно подобно соответственно скорее тотчас порой подчас зря "
    "правда вряд-ли безусловно разумеется понятно видно значит наверное пожалуй"
)
KAZAKH_OPENERS = _words(
    "ал алайда алдымен алғаш арада аталған біз бірақ бірде бұл бұрын бүгін бүгінде дегенмен демек десе егер екі ендеше енді ертең ең жақында "
    "жалпы жоқ және кейін кеше кешке күні қазір қазіргі мен мәселен мұнда мұны мүмкін не неге олар ол онда оның осы осылай осыған осыдан өйткені "
    "сен сол соған содан сонда сондай-ақ сондықтан соның соңында сонымен сосын тағы таңертең тек тіпті туралы тұңғыш түнде уақыт үнемі шын "
    "шынында яғни әзірге әйтпесе әлбетте әрі биыл былтыр кешегі қалай қашан қайта кезінде неліктен сөйтіп "
    "мемлекет мемлекетіміз көрші тәуелсіз бірінші екінші хат сөз сұрақ жауап құттықтау шақыру сыйлық орден тапсырма үндеу"
)
# What Russian and Kazakh pages set in capitals before the name of a land or a city that it belongs to; the beginnings of the words.
OFFICES_BEFORE = (
    "президент", "премьер", "правительств", "парламент", "мин", "посол", "посла", "послу", "послы", "сенат", "мажилис",
    "меджлис", "республик", "глав", "государств", "народ", "конституци", "верховн", "вооружен", "лидер", "генпрокур", "город", "столиц", "сборн",
    "мэр", "аким", "кабмин", "совмин", "центробанк", "вице-премьер", "госсекретар", "олий", "жогорку", "госдум", "спикер",
    "территори", "совет", "граждан", "границ", "представител", "делегаци", "резидент", "председател", "посольств", "ассамбле",
    "генассамбле", "комисси",
    "үкімет", "мәжіліс", "елші", "басшы", "төраға",
)  # fmt: skip
# What Kazakh sets in capitals after the name of a land that has it.
KAZAKH_OFFICES = (
    "президент", "премьер", "министр", "үкімет", "парламент", "сенат", "мәжіліс", "республика", "федерация", "сыртқы", "елші", "конституция",
    "қарулы", "халқы", "мемлекет", "ақпарат", "қорғаныс", "қаржы", "бас", "жоғары", "орталық",
)  # fmt: skip
# Firms and clubs write what kind they are in capitals before their name.
FIRMS = _words("ао тоо оао пао ооо зао фк хк бк вк жк трц тц ақ жшс акб ип тдк ск")

# Given names that people beside those of the file bear; at the head of a Russian sentence a noun may stand there too (Визит Токаева).
GIVEN_NAMES = _words(
    "дарига дариги дариге даригу даригой динара динары динаре динару динарой алия алии алию алией болат болата болату болатом тимур тимура тимуру "
    "тимуром кайрат кайрата самат самата кенес кенеса алтынай роза марат марата асет асета бауыржан ерлан ерлана серик серика нурлан нурлана "
    "данияр данияра айсултан айсултана мелания мелании иванка иванки эрик эрика дональд дональда барбара мишель мишеля лора хиллари гульнара "
    "гульнары лола ислам азиза зейнаб арзу лейла мехрибан сергей александр владимир дмитрий людмила светлана дариға дариғаның динараның әлия "
    "болаттың қайрат серік "
    "нурали рахат камшат асель асел айжан айгуль айгерим айнур айсулу айман айдана айзада асем ажар аида аружан баян ботагоз венера гаухар "
    "гульмира гульнар гульшат гульжан жанар жанара жанна зауре зарина камила карлыгаш куралай лаура ляззат мадина малика маржан меруерт "
    "назгуль назым раушан райхан сабина салтанат сара сауле сымбат томирис улжан фарида шолпан эльмира эмине бриджит джилл "
    "анна мария елена ольга татьяна наталья ирина екатерина галина марина нина лариса вера надежда любовь раиса тамара валентина алла инна "
    "юлия анастасия ксения диана дарья полина софия "
    "роман романа антон иван ивана николай алексей андрей павел петр михаил борис виктор олег игорь юрий анатолий валерий григорий геннадий "
    "леонид максим денис кирилл станислав артем евгений константин руслан рустам рустама равшан шохрух бахтиер фаррух озода саида "
    "кемель кемел кемеля ходжа аскар аскара арман армана азамат азамата ануар бахыт берик булат газиз галым дархан даурен ержан ермек жандос "
    "жанибек ильяс канат касым мухтар мурат нурбол олжас оралбек рашид санжар талгат тлеген улан умирзак ырыскали эльдар илхам"
)
# Endings of Kazakh women's names.
WOMENS_ENDINGS = ("гуль", "гүль", "гул", "гүл", "жан", "нур", "нұр", "шат", "бике", "сулу", "зада", "рим")
# Endings of Russian nouns that govern a name after them (поездка Токаева), and that hardly any given name has.
NOUN_ENDINGS = (
    "ция", "сия", "тья", "мья", "ния", "тия", "ка", "ча", "ба", "мма", "ота", "ода", "ива", "ура", "ица", "ства", "тва", "ние", "тие", "нье", "ье",
    "ству", "нию", "тию", "це", "манда", "беда", "седа", "града",
)  # fmt: skip
RUSSIAN_VERB_ENDINGS = (
    "л", "ла", "ли", "лся", "лась", "лись", "ет", "ит", "ют", "ят", "ут", "ат", "ется", "ится", "ются", "ятся", "ив", "ав", "ев", "ая", "уя", "вшись",
    "ясь", "ено", "ано", "ны", "но", "ие", "ые",
)  # fmt: skip
ADJECTIVE_ENDINGS = ("ый", "ий", "ая", "яя", "ого", "его", "ому", "ему", "ую", "юю", "ым", "им")  # Южный Судан, Внутренней Монголии
ENGLISH_ADJECTIVES = ("ing", "ed", "ly", "ous", "ful", "less", "able", "ible", "ive", "ary", "ent", "ant", "ical", "poor", "rich")
# What headlines set after a name without being part of one; verbs are known by their ending.
HEADLINE_VERBS = _words(
    "after agree and are as at be bids but buy buys can down eye first for from go has have held hold in is it join left led likely lost made "
    "make may meet met must needs no not now of off on open opens or out over plan put ready said saw says seek sell sent set shall should sign "
    "still take talk tell than that the then to told too took under until up wait want was well were when where will win with without won back "
    "again also begin cut ever gave get give keep let look near never once pledge push raise return see shut start stop turn vow "
    "warn yet ahead oil gas grain trade ties border talks deal uranium wheat pipeline railway summit visit economy relations envoy"
)
AUXILIARIES = _words("is are was were has have will can could should would may might must do does did")
# The little words of German: where they stand, every noun has a capital.
GERMAN = _words("und der das mit von für im zum zur nach über den dem ist wird nicht auf beim")
