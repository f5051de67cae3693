"""Whole lines of a web page's frame, by language: fixed phrases, labels of dates, labels of names.

General knowledge of content management systems and of what machines make of their phrases. `PHRASES` and `LABELS` are
alternatives of regular expressions, in lower case.
"""

from __future__ import annotations

PHRASES = {
    "en": (
        r"(?:back|return|go back) to (?:the )?(?:top|list|home(?:page)?|previous page)|add to favou?rites|"
        r"bookmark this page|"
        r"set as (?:the )?(?:home ?page|start page)|"
        r"(?:related|recommended|hot|popular|latest|more) (?:news|articles?|reading|"
        r"links|stories|recommendations?|topics|posts)|hot recommendations?|you may also like|most read|"
        r"(?:sign|log) in to comment|(?:leave|post|write|add) a (?:comment|reply)|"
        r"subscribe to (?:our|the) newsletter|"
        r"download (?:the|our) app|open in app|print (?:this )?(?:page|article)|close (?:this )?(?:window|page)|"
        r"print(?:able|er)[- ](?:friendly )?version|share:|share (?:this )?(?:article|page|to|on|with friends)?:|"
        r"follow us(?: on \p{L}+)?|report an error|error correction|read (?:more|on)(?: ?[»>→…]+)?|see also:|"
        r"(?:advertisement|sponsored)|skip to (?:main )?content|cookie settings|"
        r"comments? ?\(\d+\)|no comments yet|view (?:original|full text|all)|"
        r"read the (?:original|full) (?:text|article)|"
        r"the (?:previous|next|last) (?:one|article|piece)|all rights reserved"
    ),
    "zh": (
        r"相关(?:新闻|阅读|链接|文章|推荐|附件)|热门(?:推荐|新闻|文章)|热点(?:推荐|新闻)|推荐阅读|延伸阅读|返回(?:顶部|列表|首页|上页)|"
        r"分享(?:到|至)?[:：]?|免责声明|网站声明|微信扫[码一扫]{1,2}(?:分享|关注)?|扫一扫在手机(?:打开|阅读|查看)(?:当前页|本页)?|"
        r"(?:扫描|扫一扫)?二维码?(?:分享|关注)|在手机上?(?:打开|阅读)(?:当前|此)页|网站首页|设为首页|加入收藏|联系我们|关于我们|"
        r"网站地图|我来说两句|已有\d+人评论|查看评论|阅读全文|展开全文|点击查看大图|视频加载中.{0,3}"
    ),
    "ja": (
        r"(?:前|次)の記事(?:へ|を読む)?|(?:この)?(?:ページ|記事)を?印刷(?:する)?|印刷(?:する|用ページ)?|シェア(?:する)?|ツイート(?:する)?|"
        r"(?:ページの)?(?:先頭|トップ|上)(?:へ|に)(?:戻る)?|トップページ(?:へ戻る)?|文字サイズ(?:の変更)?|お問い合わせ(?:はこちら)?|"
        r"関連(?:記事|リンク|ニュース|情報)|もっと(?:見る|読む)|続きを読む|一覧(?:へ|に)戻る|閉じる|著作権について|サイトマップ|"
        r"個人情報保護方針|プライバシーポリシー|無断転載(?:を)?禁(?:じます|止)|大|中|小|標準"
    ),
    "de": (
        r"zur(?:ück zur)? (?:startseite|übersicht)|zum seitenanfang|nach oben|mehr zum thema|mehr lesen|weiterlesen|"
        r"kommentare? ?\(\d+\)|jetzt (?:abonnieren|anmelden|registrieren)|"
        r"artikel (?:teilen|drucken|merken|kommentieren)|"
        r"(?:seite|artikel) drucken|druckversion|lesen sie auch:?|das könnte sie auch interessieren|"
        r"newsletter abonnieren|"
        r"auf \p{L}+ teilen|per e-mail teilen|kommentar schreiben|anzeige|alle rechte vorbehalten"
    ),
    "fr": (
        r"lire (?:la suite|aussi|plus)|à lire aussi ?:?|s['’]abonner|se connecter|retour (?:en haut|à l['’]accueil)|"
        r"haut de page|partager (?:sur \p{L}+|cet article)|imprimer (?:cet article|la page)|version imprimable|"
        r"(?:laisser|écrire) un commentaire|commentaires? ?\(\d+\)|sur le même sujet|articles? liés?|publicité|"
        r"tous droits réservés"
    ),
    "es": (
        r"leer más|lee también:?|suscr[íi]bete(?: (?:a nuestro|al) bolet[íi]n)?|volver (?:arriba|al inicio)|"
        r"compartir (?:en \p{L}+|este artículo)|versión para imprimir|imprimir (?:este artículo|página)|"
        r"(?:deja|escribe) un comentario|comentarios? ?\(\d+\)|noticias relacionadas|artículos relacionados|"
        r"publicidad|"
        r"todos los derechos reservados"
    ),
    "ru": (
        r"версия для печати|распечатать|поделиться(?: в соцсетях| с друзьями| ссылкой)?|"
        r"читать (?:далее|ещ[её]|полностью)|"
        r"читайте (?:также|по теме):?|наверх|в начало|на главную|размер шрифта(?:[: ]+[аa]{1,3}){0,4}|"
        r"подпис(?:аться|ывайтесь)(?: на [\p{L} ]{3,30})?|комментарии ?\(\d+\)|оставить комментарий|"
        r"добавить (?:комментарий|в избранное)|другие новости|новости по теме|похожие (?:новости|статьи)|реклама|"
        r"сообщить об ошибке|нашли ошибку.{0,60}"
    ),
    "he": (
        r"הדפס(?:ה)?|הדפס(?:ת)? (?:כתבה|עמוד|דף)|שת(?:ף|פו)(?: ב\p{L}+)?|שיתוף|שתפו? ב\p{L}+|שלח(?:ו)? לחבר|"
        r"לכתבה ה(?:קודמת|באה)|"
        r"הכתבה ה(?:קודמת|באה)|חזרה (?:למעלה|לראש הדף|לעמוד הבית)|תגובות ?\(?\d+\)?|הוס(?:ף|יפו) תגובה|"
        r"כל הזכויות שמורות.{0,20}|גודל (?:גופן|טקסט)|קרא(?:ו)? (?:עוד|גם:?)|כתבות נוספות|עוד בנושא|הרשמה לניוזלטר|"
        r"צור קשר|מפת האתר|דווח(?:ו)? על טעות|פרסומת|עבור לתוכן"
    ),
}
"""Lines that are nothing but these, alone or one after another."""
STAMPS = {
    "en": (
        r"(?:(?:last )?(?:updated?|modified)|publish(?:ed|ing)?|posted|released?|date|time)(?: on| at| time| date)?"
    ),
    "zh": r"(?:发布|发表|更新|编辑|创建)?(?:时间|日期)|发布于|更新于|日期",
    "ja": r"公開日|更新日|掲載日|最終更新(?:日)?|投稿日",
    "de": r"veröffentlicht(?: am)?|aktualisiert(?: am)?|stand|datum",
    "fr": r"publié le|mis à jour le|date|dernière mise à jour",
    "es": r"publicado(?: el)?|actualizado(?: el)?|fecha|última actualización",
    "ru": r"опубликовано|обновлено|дата(?: публикации)?|создано",
    "he": r"פורסם(?: בתאריך| ב)?|עודכן(?: בתאריך| ב)?|תאריך(?: פרסום)?",
}
"""Labels of a date or time."""
CLOCK = {
    "en": (
        r"jan\p{L}*|feb\p{L}*|mar\p{L}*|apr\p{L}*|may|june?|july?|aug\p{L}*|sep\p{L}*|oct\p{L}*|nov\p{L}*|"
        r"dec\p{L}*|"
        r"[ap]\.?m\.?|at|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|gmt|utc|bst|est"
    ),
    "zh": r"[年月日时分秒]|上午|下午|星期[一二三四五六日]",
    "ja": r"[年月日時分]",
    "de": r"uhr|um|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
    "fr": r"à|h|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "es": r"a las|h|de|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    "ru": r"г|в|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "he": r"בשעה|ב?(?:ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)",
}
"""What stands in a date or time besides figures and marks."""
LABELS = {
    "en": (
        r"source|author|editors?(?:[- ]in[- ](?:charge|chief))?|responsible editor|(?:release|publishing) unit|"
        r"photo(?:graphy)?|text/photo|image|tags?|keywords|views|viewed|hits|clicks|"
        r"(?:the )?(?:previous|next)(?: (?:one|article|page|post|story))?|"
        r"website identification code"
    ),
    "zh": r"(?:信息|文章)?来源|稿源|作者|编辑|责编|供稿|图片|摄影|文/图|标签|关键词|[上下]一[篇条]|点击|阅读|浏览",
    "ja": r"出典|編集|著者|写真|タグ|文責|提供",
    "de": r"quelle|autor(?:in)?|foto|schlagwörter|tags",
    "fr": r"source|auteur|photo|mots[- ]clés|tags",
    "es": r"fuente|autor|foto|etiquetas",
    "ru": r"источник|автор|фото|теги|(?:ответственный )?редактор|корректор|просмотр(?:ов|ы)|просмотрено",
    "he": r"מקור|מאת|צילום|עורך|עורכת|תגיות|צפיות|מספר צפיות",
}
"""Labels of a name, a title or a number; two of them in a line, or one with a colon and few words behind it."""
HOMES = r"דף הבית|ホーム|トップ(?:ページ)?|您?当前的?位置|您当前的位置|(?:your|current) (?:position|location)|home page"
