"""Words that tell a sentence's beginning from its middle, by language."""

from __future__ import annotations

ORDINAL_LANGUAGES = frozenset(("de", "da", "no", "fi", "is", "cs", "sk", "hu", "pl", "tr"))

STARTERS: dict[str, str] = {
    "en": """The A An This That These Those It He She We They You I His Her Its My Our Their Your In On At For From
        With By As To Of And But Or So If When While After Before Since Although Though However Moreover Meanwhile
        Therefore There Here What Who Why How Where Which Not Yes According During Then Now Today Also Another Some
        Many Most All Both Each One Two Because Let Please Under Over Through Among Until Once Besides Only Even Such
        It's He's She's That's There's I'm We're They're Don't Currently Recently Finally Thus Nevertheless
        Furthermore Next Last""",
    "de": """Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Man Dies Diese Dieser Dieses
        Diesen Im In Am An Auf Aus Bei Mit Nach Von Vom Vor Zu Zum Zur Für Über Unter Um Und Aber Oder Doch Denn Wenn
        Als Da Dann Danach Dabei Dazu Damit Daher Deshalb Darum Dort Hier Heute Jetzt Nun So Auch Noch Nur Schon Seit
        Während Weil Obwohl Bis Durch Gegen Ohne Was Wer Wie Wo Warum Ja Nein Nicht Alle Allerdings Außerdem Jedoch
        Sein Seine Ihre Seitdem Später Trotzdem Zudem Insgesamt Inzwischen Mehr Viele Beim Kein Keine""",
    "fr": """Le La Les L' Un Une Des Du De Il Elle Ils Elles On Nous Vous Je J' Tu Ce Cet Cette Ces C'est Son Sa Ses
        Leur Leurs Notre Dans En Au Aux À Sur Sous Par Pour Avec Sans Depuis Pendant Après Avant Mais Et Ou Or Donc
        Car Si Quand Lorsque Comme Que Qui Quoi Où Pourquoi Comment Alors Ainsi Enfin Ici Là Aujourd'hui Non Oui Selon
        Tous Toutes Tout Cependant Toutefois Puis""",
    "es": """El La Los Las Un Una Unos Unas Lo Él Ella Ellos Ellas Yo Nosotros Este Esta Estos Estas Ese Esa Eso Esto
        Su Sus En De Del Al A Con Por Para Sin Sobre Desde Hasta Según Tras Durante Y E Pero O Si Cuando Como Aunque
        Porque Que Qué Quién Dónde Cómo Además También Entonces Así Ahora Hoy Ayer Aquí Allí No Sí Se Le Les Me Nos
        Hay Es Todo Todos Cada Mientras Después Antes Luego""",
    "it": """Il Lo La I Gli Le Un Uno Una L' Io Lui Lei Noi Loro Questo Questa Questi Queste Quello Quella In Nel
        Nella Di Del Della A Al Alla Da Dal Con Su Per Tra Fra E Ed Ma O Se Quando Come Che Chi Cosa Dove Perché Non
        Sì Così Poi Anche Ora Oggi Ieri Qui Secondo Dopo Prima Mentre Tuttavia Inoltre Si È""",
    "pt": """O A Os As Um Uma Ele Ela Eles Elas Eu Nós Este Esta Estes Estas Esse Essa Isso Isto Em No Na Nos Nas De
        Do Da Ao À Com Por Para Sem Sobre Desde Até Segundo Após E Mas Ou Se Quando Como Embora Porque Que Quem Onde
        Além Também Então Assim Agora Hoje Ontem Aqui Não Sim Há É Todos Cada""",
    "nl": """De Het Een Hij Zij Ze Wij We Ik Jij U Dit Dat Deze Die In Op Aan Bij Met Naar Van Voor Uit Over Onder Om
        En Maar Of Dus Want Als Toen Dan Daar Hier Nu Vandaag Ook Nog Niet Wat Wie Waar Waarom Hoe Na Sinds Volgens Er
        Zijn Haar""",
    "sv": """Den Det De En Ett Han Hon Vi Jag Ni I På Med Av För Till Från Och Men Om När Som Efter Där Här Nu Då Så
        Inte""",
    "da": "Den Det De En Et Han Hun Vi Jeg I På Med Af For Til Fra Og Men Om Når Som Efter Der Her Nu Da Så Ikke",
    "no": "Den Det De En Et Han Hun Vi Jeg I På Med Av For Til Fra Og Men Om Når Som Etter Der Her Nå Da Så Ikke",
    "is": """Það Þetta Þessi Hann Hún Þeir Þær Þau Við Ég Í Á Með Af Til Frá Og En Ef Þegar Sem Eftir Þar Hér Nú Þá
        Svo Ekki""",
    "pl": """To Ten Ta Te On Ona Oni My Ja W We Na Z Ze Do Od Po Przed Za O I A Ale Jeśli Gdy Jak Co Kto Gdzie Nie Tak
        Jest""",
    "cs": """To Ten Ta Ti On Ona Oni My Já V Ve Na S Z Ze Do Od Po Před Za O I A Ale Když Jak Co Kdo Kde Ne Ano Je Pro
        Podle""",
    "ru": """В Во На С Со К Ко По О Об От До Из За Для При Про Под Над Перед После Через Между И А Но Или Да Нет Не Ни
        Он Она Оно Они Мы Вы Я Ты Это Этот Эта Эти Тот Та Те То Его Её Ее Их Мой Наш Свой Как Так Что Чтобы Кто Где
        Когда Куда Почему Зачем Если Хотя Пока Потом Затем Теперь Тогда Здесь Там Сегодня Вчера Уже Ещё Еще Также Тоже
        Однако Поэтому Кроме Согласно Все Всё Весь Каждый Один У Лишь Только Среди Вместе Ранее Позже Впрочем""",
    "uk": """У В На З Зі До Від По Про За Для При Після Через Між І Й А Але Або Та Так Ні Не Він Вона Воно Вони Ми Ви
        Я Це Цей Ця Ці Той Його Її Їх Як Що Щоб Хто Де Коли Якщо Хоча Тепер Тоді Тут Там Сьогодні Вже Ще Також Однак""",
    "bg": """В Във На С Със К По О От До Из За При Под Над След Преди И А Но Или Да Не Той Тя То Те Ние Вие Аз Това
        Този Тази""",
    "el": """Ο Η Το Οι Τα Ένας Μια Ένα Αυτός Αυτή Αυτό Στο Στη Στον Στην Στις Για Από Με Και Αλλά Αν Όταν Όπως Δεν Θα
        Να Είναι""",
}
"""Language → words that, capitalised behind a stop, mostly begin a sentence and are seldom names."""

_ZH_VERBS = (
    "回答|答道|问道|说道|喊道|叫道|笑道|写道|表示|介绍|补充|强调|指出|透露|坦言|感慨|呼吁|解释|认为|告诉|"
    "追问|反问|提醒|感叹|回忆|称|说|道|问|答|喊|叫|嚷|骂|笑|叹|讲|說|問|喊|嘆|講|表示|強調|補充|稱"
)
_EN_VERBS = (
    "said|says|say|asked|asks|replied|replies|answered|added|adds|told|continued|shouted|cried|exclaimed|whispered|"
    "explained|explains|noted|notes|stated|states|commented|declared|insisted|remarked|recalled|yelled|demanded|"
    "wondered|inquired|muttered|murmured|screamed|responded|observed|concluded|emphasized|stressed"
)
_HE_VERBS = (
    "אמר|אמרה|אמרו|שאל|שאלה|שאלו|ענה|ענתה|הוסיף|הוסיפה|"
    "השיב|השיבה|הסביר|הסבירה|ציין|ציינה|צעק|צעקה|קרא|קראה|תיאר|תיארה|טען|טענה"
)
_AR_VERBS = "قال|قالت|قالوا|سأل|سألت|أجاب|أجابت|أضاف|أضافت|أوضح|أوضحت|صرح|صرحت|صاح|صاحت|تساءل|تساءلت|رد|ردت|ذكر|ذكرت"
_DE_VERBS = "sagte|sagt|fragte|fragt|antwortete|erklärte|erklärt|betonte|meinte|rief|berichtete|ergänzte"
_FR_VERBS = "dit|déclaré|demandé|répondu|ajouté|expliqué|déclare|demande|répond|explique|affirme|affirmé|souligne"
_ES_VERBS = "dijo|dice|preguntó|respondió|añadió|explicó|afirmó|señaló|declaró|comentó"
_RU_VERBS = (
    "(?:сказал|спросил|ответил|отметил|заявил|добавил|подчеркнул|пояснил|рассказал|воскликнул|крикнул)(?:а|и)?|"
    "говорит|говорят|отмечает|считает|рассказывает"
)
_ZH_OBJECTS = "(?:了|着|起来|自己|记者|他|她|我)?"
_JA_VERBS = "言う|言った|話した|話す|述べた|語った|答えた|尋ねた|叫んだ|聞いた|つぶやいた|続けた"
_SUBJECT = r"[^\W\d_](?:[\w.'’-]{0,20} ){1,5}"

SPEECH: dict[str, str] = {
    "zh": rf"[^，。！？：；、,.!?:;“”「」『』…\s]{{0,20}}(?:{_ZH_VERBS}){_ZH_OBJECTS}[，。！？,.!?]",
    "ja": rf"[^、。！？「」『』\s]{{0,20}}(?:{_JA_VERBS})[、。]",
    "de": rf"{_SUBJECT}(?:{_DE_VERBS})[.,;]",
    "fr": rf"{_SUBJECT}(?:{_FR_VERBS})[.,;]",
    "es": rf"{_SUBJECT}(?:{_ES_VERBS})[.,;]",
    "ru": rf"{_SUBJECT}(?:{_RU_VERBS})[.,;]",
    "en": rf"{_SUBJECT}(?:{_EN_VERBS})(?: \w+ly| (?:him|her|me|us|them))?[.,;!?]",
    "he": rf"(?:[\w\"׳״'-]+ ){{0,1}}(?:{_HE_VERBS})\b",
    "ar": rf"و?(?:{_AR_VERBS})\b",
}
"""Language → what a speech tag right behind a quotation looks like. Where tags begin in lower case none is needed."""

REPORTING: dict[str, str] = {"ja": r"と|って"}
"""Language → what carries the sentence on behind `？` and `！` without a quote."""

LETTERED = (
    "appendix|annex|attachment|exhibit|figure|fig|table|type|class|grade|group|plan|part|section|vitamin|hepatitis|"
    "block|building|gate|zone|point|option|step|team|size|anhang|klasse|gruppe|abbildung|annexe|groupe|anexo|grupo|"
    "приложение|группа|класс"
)
"""Words behind which a single letter is a label and no initial: `Appendix B.`"""

PARTICLES: dict[str, str] = {
    "ja": r"と|って|という|との|とか|など|を|が|は|に|の|も|で|へ|や",
    "zh": r"的|地(?!方)|之|等|為|为",
    "ko": r"라고|라는|이라고|이라는|고|하고|며|면서",
}
"""Language → what carries the sentence on behind a closing quote."""
