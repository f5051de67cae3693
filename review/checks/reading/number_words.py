"""Number words, scale words and months by language; what is not here is not read as a number."""

from __future__ import annotations

from review.checks.reading.words import listed


def _valued(text: str) -> dict[str, float]:
    """The values of words, from a list of `word=value`."""
    return {word: float(value) for word, value in (entry.split("=") for entry in text.split())}


CARDINALS: dict[str, dict[str, float]] = {
    "en": _valued(
        "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 "
        "thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 "
        "forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90"
    ),
    "de": _valued(
        "null=0 ein=1 eins=1 eine=1 einen=1 einem=1 einer=1 zwei=2 beide=2 beiden=2 drei=3 vier=4 fünf=5 sechs=6 "
        "sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 "
        "siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 "
        "achtzig=80 neunzig=90 halb=0.5 erste=1 zweite=2 dritte=3 vierte=4"
    ),
    "fr": _valued(
        "zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 "
        "treize=13 quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 "
        "premier=1 première=1 dixaine=10 dizaine=10 douzaine=12 vingtaine=20 trentaine=30 quarantaine=40 "
        "cinquantaine=50 centaine=100"
    ),
    "es": _valued(
        "cero=0 un=1 uno=1 una=1 dos=2 ambos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 "
        "once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 "
        "veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 docena=12"
    ),
    "pt": _valued(
        "zero=0 um=1 uma=1 dois=2 duas=2 ambos=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 "
        "onze=11 doze=12 treze=13 catorze=14 quatorze=14 quinze=15 dezesseis=16 dezessete=17 dezoito=18 "
        "dezenove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 "
        "dúzia=12"
    ),
}
STEMS: dict[str, dict[str, float]] = {
    "ru": _valued(
        "ноль=0 нул=0 одн=1 один=1 перв=1 два=2 две=2 двух=2 двум=2 втор=2 оба=2 три=3 трех=3 трёх=3 трем=3 "
        "трет=3 четыр=4 четверт=4 четвёрт=4 пят=5 шест=6 сем=7 седьм=7 восем=8 восьм=8 девят=9 десят=10 "
        "одиннадцат=11 двенадцат=12 тринадцат=13 четырнадцат=14 пятнадцат=15 шестнадцат=16 семнадцат=17 "
        "восемнадцат=18 девятнадцат=19 двадцат=20 тридцат=30 сорок=40 пятьдесят=50 пятидесят=50 шестьдесят=60 "
        "семьдесят=70 восемьдесят=80 девяност=90 полтор=1.5 дюжин=12 половин=0.5"
    ),
    "he": _valued(
        "אחד=1 אחת=1 ראשו=1 שני=2 שתי=2 שלוש=3 שליש=3 ארבע=4 רביע=4 חמש=5 חמיש=5 שש=6 שיש=6 שבע=7 שביע=7 שמונ=8 "
        "שמינ=8 תשע=9 תשיע=9 עשר=10 עשיר=10 עשור=10 עשרים=20 שלושים=30 ארבעים=40 חמישים=50 שישים=60 שבעים=70 "
        "שמונים=80 תשעים=90 שנתיים=2 חודשיים=2 יומיים=2 שבועיים=2 פעמיים=2 שעתיים=2 מאתיים=200 אלפיים=2000"
    ),
}
ORDINALS = _valued(
    "zeroth=0 first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 "
    "eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 "
    "eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 "
    "eightieth=80 ninetieth=90"
)
MULTIPLIERS = _valued("hundred=100 thousand=1000 million=1e6 billion=1e9 trillion=1e12 dozen=12")
SCALES: dict[str, dict[str, float]] = {
    "en": _valued(
        "hundred=100 thousand=1000 million=1e6 millions=1e6 billion=1e9 billions=1e9 trillion=1e12 dozen=12 "
        "mn=1e6 mln=1e6 bn=1e9 bln=1e9 tn=1e12 k=1000 m=1e6 b=1e9 lakh=1e5 crore=1e7 decades=10 decade=10"
    ),
    "de": _valued(
        "hundert=100 tausend=1000 tsd=1000 million=1e6 millionen=1e6 mio=1e6 milliarde=1e9 milliarden=1e9 mrd=1e9 "
        "billion=1e12 billionen=1e12 billiarden=1e15"
    ),
    "fr": _valued(
        "cent=100 cents=100 mille=1000 million=1e6 millions=1e6 milliard=1e9 milliards=1e9 billion=1e12 billions=1e12"
    ),
    "es": _valued("cien=100 ciento=100 mil=1000 millón=1e6 millones=1e6 billón=1e12 billones=1e12"),
    "pt": _valued("cem=100 mil=1000 milhão=1e6 milhões=1e6 mi=1e6 bilhão=1e9 bilhões=1e9"),
    "it": _valued("mila=1000 mille=1000 milione=1e6 milioni=1e6 miliardo=1e9 miliardi=1e9"),
    "ru": _valued(
        "тыс=1000 тысяча=1000 тысячи=1000 тысяч=1000 млн=1e6 миллион=1e6 миллиона=1e6 миллионов=1e6 млрд=1e9 "
        "миллиард=1e9 миллиарда=1e9 миллиардов=1e9 трлн=1e12 триллион=1e12 триллиона=1e12 триллионов=1e12"
    ),
    "he": _valued("מאות=100 אלף=1000 אלפים=1000 מיליון=1e6 מליון=1e6 מיליארד=1e9 מיליארדי=1e9 טריליון=1e12"),
}
MONTHS: dict[str, tuple[str, ...]] = {
    "en": listed("january february march april may june july august september october november december"),
    "de": listed("januar februar märz april mai juni juli august september oktober november dezember"),
    "fr": listed("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    "es": listed("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    "pt": listed("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    "it": listed("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    "ru": listed("январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр"),
    "he": listed("ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"),
}
SHORT_MONTHS = listed("jan feb mar apr may jun jul aug sep oct nov dec")
COMMA_DECIMALS = frozenset(listed("bg cs da de el es fi fr hu id is it nl no pl pt ro ru sk sv tr uk vi"))
SPACED_GROUPS = frozenset(listed("bg cs da de es fi fr hu it no pl pt ru sk sv uk"))
COMPLETE = frozenset({"zh", "ja", "en", "de"})
"""Languages whose numbers in words are all read."""
