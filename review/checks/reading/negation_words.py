"""What negates, by language: words that say no, words that may imply it, and phrases that deny nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Negators:
    """Patterns of a language, for lower-case text; of two that fit at a place the earlier field wins.

    `exempt` are phrases with a negator that denies nothing; `phrases` those that another language may say with one or
    without; `plain` the words that negate wherever else they stand; `implied` words whose sense may hold a negation.
    Where a language doubles its negators (no … ningún), the second kind is among the implied ones.
    """

    exempt: str
    phrases: str
    plain: str
    implied: str


ENGLISH = Negators(
    exempt=r"not (?:only|just|merely|simply|least|to mention|so much|unlike(?!ly))|no (?:doubt|matter|wonder"
    r"|other than)"
    r"|nos? ?\. ?(?=\w)|none other|may or may not|without (?:doubt|question|a doubt|fail)"
    r"|do(?:n['’]t| not) (?:forget|worry|hesitate)|nothing if not|if nothing else",
    phrases=r"goes without saying|why (?:do|is|did|ca|does|are|wo)n['’]t|not (?:until|necessarily|long|far|yet"
    r"|un(?!de)\w+|in(?:s|f|c)\w+|up to)|(?:not|\w+n['’]t) (?:the same|bad|enough|differ\w*)|cannot but"
    r"|nothing (?:but|more|less|short)"
    r"|no (?:longer|less|fewer|more|later|sooner|better|small|secret|choice but|fault|end (?:of|to|in sight)"
    r"|\d[\d.]*)|(?:if|or"
    r"|why|whether or) not"
    r"|can(?:not|['’]t| not) (?:help|but|wait)|for nothing|\w+n['’]t (?:you|it|we|they|he|she|i|un\w+|help|wait)\b"
    r"|not\b(?=[^.;:!?]*\bbut\b(?! (?:\w+ )?not\b))|do(?:n['’]t| not) mind|(?<=[,.] )no(?=[,.])|nor",
    plain=r"not|cannot|never|no|neither|none|nothing|nobody|nowhere|without|\w+n['’] ?t",
    implied=r"lack\w*|fail\w*|refus\w+|den(?:y|ied|ies|ying|ial\w*)|reject\w*|declin\w+|forb(?:id|ad|od)\w*"
    r"|prohibit\w*"
    r"|ban(?:s|ned|ning)?|prevent\w*|avoid\w*|evad\w+|elud\w+|abs(?:en|t)\w+|unless|until|hardly|barely"
    r"|scarce\w*|rare\w*"
    r"|seldom|few|fewer|little|less|least|only|instead|rather|free|miss\w*|stop\w*|ceas\w+|quit|exclu\w+|exempt\w*"
    r"|regardless|irrespective|otherwise|far from|too|beyond|despite|except\w*|neglect\w*|ignor\w+|overlook\w*"
    r"|forg[eo]t\w*|los(?:e|es|t|ing|s|ses)|short|shortage\w*|poor\w*|bad|badly|worse|wrong\w*|false\w*|hard"
    r"|difficult\w*"
    r"|doubt\w*|un(?!i[oqtf]|de?r|til|cle)-?\w{3,}|in(?:ab|acc|act|ad|ap|capa|cons|correct|cu|def|dir|dis|ef|el"
    r"|eq|es|ev"
    r"|ex|fe|fi|fl|fr|gr|hu|op|se(?!r)|sig|suf|suit|sup|tol|va|vi|vol)\w*|im(?:mo|mu|pass|pat|perc|perf|pers"
    r"|poss|pot"
    r"|prac|prec|prop|pru)\w+|ir(?:ra|re[a-z]|ri)\w+|il(?:le|li|lo)\w+|dis(?!t|c[iou]|tr)\w{3,}|mis\w{3,}|non[- ]?\w+"
    r"|anti\w*|nand|\w{3,}less(?:ly|ness)?|yet|nil|zero|differ\w*|hate\w*|abandon\w*|abuse\w*|block\w*|halt\w*"
    r"|suspend\w*|pending|empt\w+|vacan\w+|blank\w*|null|void|vain|regret\w*|sorry|against|oppos\w+|resist\w*"
    r"|skip\w*"
    r"|weak\w*|rid|restrict\w*|minus|negativ\w+|ruin\w*|stuck|dead|any(?:one|thing|where|body|more)?|out of"
    r"|away from"
    r"|everywhere|always|before|off guard",
)
CHINESE = Negators(
    exempt=r"不[错錯同]|不(?:仅|僅|但|只|光)(?:仅|僅)?|不[断斷论論管久过過少禁妨已止料时時惜愧由]|不由得|不然|无[论論数數比非疑]|無[论論数數比非疑]"
    r"|非[常凡洲典得裔农農]|除非|是非|莫非|未来|未來|未免|没事|没关系|没问题|没准|没落|[沒没]收(?![到獲获])|[淹吞沉埋湮覆隐辱泯出][没沒]|差点没|好不|要不|不好意思|对不起"
    r"|(?<![但还還就也都又却卻而可]是)(?<=(?P<verb>.))[不没沒](?=(?P=verb))|(?<![但还還就也都又却卻而可])是不是|可不可以?|有没有|有无|是否|能否|不约而同|不可思议|不可或缺|不可开交|不动声色|不折不扣|不知不觉"
    r"|[无無](?:线|線|人|锡|锡|尽|盡|穷|限|形|奈|私|敌|双|聊|微不至)|差不多|了不起|不得了|说不定|不见得|不得而知|不外乎|不亚于|不亞於|不失为|不在话下"
    r"|不(?:锈|倒翁|动产|動產|凡|菲|俗|朽|懈|屈|愧)|毫不犹豫|[东西南北中]非|才(?:华|华|艺|干|智|学|俊)|还行吗",
    phrases=r"不得不|不得已|不平[凡常]|不[寻尋]常|[毋无]庸置疑|毫无疑问|没什么|不如|不能不|不会不|不會不|不可不|[无無]不|莫不|非[^，。；]{1,12}不可|没有不|未必|不必说|不一定|不要紧|没错|用不着|[买起来]不起"
    r"|不[足满滿便够夠利稳穩安幸良佳适適明当當慎易例解和忍堪屑甘法等一齐齊乏绝絕对对]|不(?:以为然|期而)|[无無][辜声聲意力效知关關缝障偿菌烟机期罪家条]"
    r"|未(?:婚|成年|知|遂)|非法|并(?:不|不)?是?不",
    plain=r"[不没沒未无無非勿毋]|(?<![分区區特各个個差告级級性类類识識])别(?=[再让说忘去把给用买被看想太感觉觉急怕担生])|甭|禁止|严禁|嚴禁|否则|否則",
    implied=r"否|弗|拒绝|拒絕|免|防止|避|(?<![灾遇苦罹])[难難](?![民关题点])|缺乏|[缺欠](?![点口])|(?<!减)少(?![年女数时许儿林校将爷])"
    r"|失(?!望)|停(?!车)|错|錯|误|忘|绝|阻|才|仅|僅|只(?!要)|哪|岂|怎|何[必须苦曾尝]|白[白忙跑费等搭]|懒得|算了|吗|嘛|还行|例外"
    r"|乏(?!力)|仍|尚|再也|逃|取消|推翻|差(?=[，。]|劲|评|距)|坏|之外|以外|除",
)
JAPANESE = Negators(
    exempt=r"なければならない|なければなりません|なくてはならない|なくてはいけない|ないといけない|ざるを得ない|かもしれない|かもしれません|に違いない"
    r"|だけでなく|のみならず|少なくとも|危ない|つまらない|くだらない|すみません|のではないか|非常",
    phrases=r"じゃない[かの]|ないか|ないと|なければ|なくても|まもなく|間もなく",
    plain=r"ない|なかった|なく|ません|ず(?=に|、|$)|ぬ(?=$|。)|禁止|不可(?!欠)|てはならない|なし(?=$|[。、])",
    implied=r"[不無非未否難欠免除防避拒失停外]|だけ|しか|まで|にくい|づらい|がたい|まい|か[。？?]|やめ|のみ",
)
GERMAN = Negators(
    exempt=r"nicht (?:nur|zuletzt|bloß|allein|umhin)|nichts (?:als|anderes)|ohne zweifel|nicht wahr\?",
    phrases=r"noch nie|nicht (?:selten|mehr|un\w+)|(?:ob|oder|wenn) nicht",
    plain=r"nicht(?!-)|nie|niemals|kein\w*|niemand\w*|nichts|nirgend\w*|ohne|verboten|untersagt",
    implied=r"un(?!ser|ter|ten)\w{3,}|in\w{4,}|\w+los\w*|\w+frei\w*|miss\w+|kaum|selten|wenig\w*|nur|erst"
    r"|statt\w*|bevor"
    r"|bis|fehl\w*|mangel\w*|verweiger\w*|verhinder\w*|vermeid\w*|verbiet\w*|ablehn\w*|lehn\w*|verzicht\w*"
    r"|ausgeschloss\w*"
    r"|außer\w*|noch|zu|schwer|schwierig|falsch\w*|sonst|anti\w*|nicht-?\w+|weder|a(?:typ|norm|sym)\w+|des\w+"
    r"|dis\w+|gegen",
)
FRENCH = Negators(
    exempt=r"non seulement|non plus|sans (?:doute|cesse)|n['’]est-ce pas|ne\b.{1,40}\bque\b",
    phrases=r"(?:plus|moins|avant|peur|crain\w+|empêch\w+)\b.{1,40}\b(?:ne|n['’])|sans précédent|non\b",
    plain=r"ne|n['’](?=\w)|sans|interdit\w*",
    implied=r"ni|jamais|aucune?|nul(?:le)?|non\w*|in\w{3,}|im\w{3,}|ir\w{3,}|il\w{3,}|dé\w{3,}|mal\w*|manqu\w+"
    r"|absen\w+|refus\w+"
    r"|éch\w+|évit\w+|empêch\w+|peu|rare\w*|seulement|uniquement|avant|difficile\w*|faux|fausse\w*|pas|rien"
    r"|personne|exclu\w*"
    r"|sauf|hors|anti\w*|privé\w*|a(?:typ|norm|sym)\w+",
)
SPANISH = Negators(
    exempt=r"no (?:sólo|solo|solamente|obstante)|sin (?:embargo|duda)|a menos que no",
    phrases=r"no .{1,30}más que|¿no|no\?|no menos|sin (?:precedentes|dejar de)|hasta que no",
    plain=r"no|sin|prohib\w+",
    implied=r"nunca|jamás|ningun\w*|ningún|nadie|nada|ni|tampoco|in\w{3,}|im\w{3,}|ir\w{3,}|des\w{3,}|mal\w*"
    r"|falt\w+|carec\w+"
    r"|ausen\w+|rechaz\w+|fracas\w+|evit\w+|imped\w+|impid\w+|poc[oa]s?|apenas|rar\w+|sol[oa]\w*|sólo|únic\w+|antes"
    r"|difícil\w*|fals\w+|exclu\w+|salvo|excepto|anti\w*|neg\w+|libre\w*|menos|no-?\w+|a(?:típ|norm|sim)\w+",
)
PORTUGUESE = Negators(
    exempt=r"não (?:só|somente|apenas|obstante)|sem dúvida|não é\?",
    phrases=r"sem (?:precedentes|deixar de)|não menos|nem sempre",
    plain=r"não|sem|proib\w+",
    implied=r"nunca|jamais|nenhum\w*|ninguém|nada|nem|tampouco|n[°º]|in\w{3,}|im\w{3,}|ir\w{3,}|des\w{3,}"
    r"|mal\w*|falt\w+|carec\w+"
    r"|ausên\w+|ausen\w+|rejeit\w+|recus\w+|evit\w+|imped\w+|pouc[oa]s?|apenas|raro\w*|raramente|só|somente"
    r"|antes|difícil"
    r"|difíceis|fals\w+|exclu\w+|exceto|salvo|anti\w*|neg\w+|livre\w*|menos|exceção|não-?\w+|a(?:típ|norm|ssim)\w+",
)
RUSSIAN = Negators(
    exempt=r"не (?:только|менее|более|раз|просто|прочь)|нельзя не|не мог\w* не|не может не|тем не менее|чуть не"
    r"|едва не|ни один"
    r"|(?:как|кто бы|что бы) ни|если не",
    phrases=r"пока .{0,30}не|не исключ\w+|без сомнения|далеко не|не так",
    plain=r"не|нет|без|безо|нельзя|запрещ\w+",
    implied=r"ни|никогда|никто|никого|никому|ничто|ничего|нигде|никак\w*|не\w{3,}|без\w{2,}|бес\w{3,}"
    r"|отсутств\w+|отказ\w+|откаж\w+"
    r"|лиш\w+|избе[гж]\w+|предотвра\w+|мало|редко|едва|только|лишь|трудно|сложно|против\w*|кроме|вместо"
    r"|прекра\w+|пока|анти\w+"
    r"|ложн\w+|исключ\w+|недостат\w+|запрет\w*|вне|до|а(?:тип|сим)\w+",
)
HEBREW = Negators(
    exempt=r"לא רק|אין ספק|לא פעם|לא מעט|הלא",
    phrases=r"כמעט ולא|לא.{1,30}אלא|אל תדאג\w*",
    plain=r"לא|אין|אינ\w+|בלי|ללא|אסור",
    implied=r"אל|לעולם|מעולם|שום|אי\W?\w+|בל\W?\w+|חסר\w*|סירב\w*|מסרב\w*|נמנע\w*|מנע\w*|רק|טרם|פחות|מעט|קשה"
    r"|נגד|מלבד|בלתי|חוץ|נכשל\w*"
    r"|עד|כמעט|אך|לפני|מבלי|שלא|ולא|כלא|אף|אלא",
)
NEGATORS = {
    "en": ENGLISH,
    "zh": CHINESE,
    "ja": JAPANESE,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "pt": PORTUGUESE,
    "ru": RUSSIAN,
    "he": HEBREW,
}
ANSWERED: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {
    ("zh", "en"): (
        (r"缺乏|[缺欠](?![点口])", r"lack\w*|shortage\w*|miss(?:es|ed|ing)?|absen\w+|insufficien\w+|defici\w+"),
        (r"[难難](?![民关题点])", r"difficult\w*|hard|tough|challeng\w+|unable|impossible"),
        (r"拒|否认|否認", r"refus\w+|reject\w*|declin\w+|den(?:y|ied|ies|ying)"),
        (r"禁止|严禁|嚴禁", r"forb\w+|prohibit\w*|ban(?:s|ned)?"),
        (r"防止|避|免", r"prevent\w*|avoid\w*|evad\w+|free|exempt\w*"),
        (r"[只僅仅才]", r"only|just|merely"),
        (r"(?<!减)少(?![年女数时许儿林校将爷])", r"few\w*|little|less\w*|rare\w*|least"),
        (r"停(?!车)", r"stop\w*|halt\w*|suspend\w*|ceas\w*|pause\w*"),
        (r"[错錯误]", r"wrong\w*|mistak\w*|error\w*|false\w*"),
        (r"失(?!望)", r"los(?:e|es|t|ing|s|ses)|fail\w*"),
        (r"忘", r"forg[eo]t\w*"),
    ),
}
"""By source and target language: words that may imply a negation, and those of the target that say the same so."""
