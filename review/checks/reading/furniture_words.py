"""The words that navigation, sharing, printing and credit lines of web pages are made of, by language.

General knowledge of content management systems. `STRONG` words speak of the page; `LINKING` words only join them.
"""

from __future__ import annotations

from review.checks.reading.words import listed

STRONG = {
    "en": frozenset(
        listed(
            "print printing printer close share sharing previous next prev page homepage home top back return "
            "font fonts size large medium small big larger smaller zoom favorite favorites favourite "
            "favourites bookmark collect comment comments reply replies login logout signin register "
            "subscribe unsubscribe like likes follow followers download wechat weibo sina qq qzone moments "
            "facebook twitter linkedin whatsapp instagram tiktok douyin telegram scan qr code barcode menu "
            "sitemap search article articles link links email e-mail mail copy view views hits clicks click "
            "read reads window more feedback report error contact rss"
        )
    ),
    "de": frozenset(
        listed(
            "drucken druckversion schließen teilen zurück weiter startseite seite nach oben schriftgröße groß "
            "mittel klein artikel vorheriger nächster merken kommentieren kommentare kommentar anmelden "
            "registrieren abonnieren newsletter empfehlen facebook twitter whatsapp instagram telegram e-mail "
            "mailen kontakt impressum datenschutz suche menü link kopieren herunterladen mehr lesen"
        )
    ),
    "fr": frozenset(
        listed(
            "imprimer fermer partager précédent suivant accueil haut retour taille police grand moyen petit "
            "article commentaires connexion inscription abonnez-vous facebook twitter whatsapp instagram "
            "telegram e-mail contact recherche menu lien copier télécharger lire plus"
        )
    ),
    "es": frozenset(
        listed(
            "imprimir cerrar compartir anterior siguiente inicio arriba volver tamaño letra grande mediano "
            "pequeño artículo comentarios acceder registrarse suscríbete facebook twitter whatsapp instagram "
            "telegram correo contacto buscar menú enlace copiar descargar leer más"
        )
    ),
    "ru": frozenset(
        listed(
            "печать распечатать закрыть поделиться предыдущая следующая предыдущий следующий назад вперёд "
            "вперед далее главная страница наверх шрифт размер крупный средний мелкий статья комментарии "
            "комментировать войти регистрация подписаться вконтакте одноклассники facebook twitter whatsapp "
            "telegram почта контакты поиск меню ссылка скопировать скачать читать ещё еще версия"
        )
    ),
}
LINKING = {
    "en": frozenset(
        listed(
            "to the a an of on in with this for by your none no nothing friends friend and or via into not it "
            "is here account us my circle space all"
        )
    ),
    "de": frozenset(listed("auf per via in mit diese dieser diesen der die das zum zur von und über als an keine")),
    "fr": frozenset(listed("sur par via dans avec ce cet cette le la les de du et à en l d")),
    "es": frozenset(listed("en por via con este esta el la los de y a al")),
    "ru": frozenset(listed("в на через с и эту этой для по к")),
}
CREDITS = {
    "en": (
        r"(?:(?:responsible|executive|managing|chief|web|duty|copy|associate|deputy|text|photo|page|news) ?)?"
        r"(?:editors?(?:[ -]in[ -](?:charge|chief)| on duty)?|editing|editor name|proofread(?:er|ing)?(?: by)?|"
        r"typeset(?:ter|ting)?|webmaster|layout|reviewer|person in charge)"
    ),
    "de": r"(?:verantwortlicher? )?(?:redakteur(?:in)?|redaktion|lektorat)",
    "fr": r"(?:rédacteur|rédactrice|éditeur)(?: responsable)?",
    "es": r"(?:redactor|redactora|editor|editora)(?: responsable)?",
    "ru": r"(?:ответственный )?(?:редактор|корректор|вёрстка|верстка)",
}
MADE_BY = {
    "en": (
        r"(?:website |site |page )?(?:produced|powered|designed|developed|maintained|hosted|sponsored|organi[sz]ed) by|"
        r"technical support|(?:website )?sponsor|host(?:ed)? unit|record number"
    ),
    "de": r"(?:erstellt|realisiert|betrieben|entwickelt) von|technische unterstützung|powered by",
    "fr": r"(?:réalisé|produit|propulsé|développé) par|support technique|powered by",
    "es": r"(?:realizado|producido|desarrollado) por|soporte técnico|powered by",
    "ru": r"(?:разработано|создано|произведено|разработка сайта)|техническая поддержка|powered by",
}
COUNTS = {
    "en": (
        r"(?:number of )?(?:hits|(?:page ?)?views(?: count)?|reads|readings?|clicks|visits|visitors)|"
        r"(?:reading|click) (?:volume|times|count)|browse(?:d|s)?(?: times| count)?|"
        r"(?:release|publish(?:ing|ed)?|publication|posting|update) (?:time|"
        r"date)|(?:posted|last updated|updated) (?:on|at)"
    ),
    "de": r"aufrufe|klicks|besucher|veröffentlicht am|zuletzt aktualisiert",
    "fr": r"vues|lectures|visites|publié le|mis à jour le",
    "es": r"visitas|lecturas|publicado el|actualizado el",
    "ru": r"просмотр(?:ов|ы)|посещени[йя]|дата публикации|опубликовано",
}
CHINESE = (
    r"打印(?:本[页文稿]|此页)?|关闭(?:窗口|本页)?|關閉(?:視窗)?|列印|上一篇|下一篇|上一页|下一页|"
    r"上一頁|下一頁|上一条|下一条|返回(?:顶部|首页|列表|上一页)?|回到?顶部|回首页|首页|首頁|网站地图|"
    r"设为首页|加入收藏|收藏(?:本文|本页)?|分享(?:到|至|给朋友|本文|按钮)?|转发(?:到)?|"
    r"微信(?:好友|公众号)?|朋友圈|新浪微博|腾讯微博|微博|QQ空间|QQ好友|QQ|空间|豆瓣|人人网|"
    r"字体(?:大小)?|字号|大小|大|中|小|特大|默认|我要评论|发表评论|评论|点赞|"
    r"点击(?:查看|阅读|进入|下载)?(?:更多|原文|大图)?|阅读原文|查看更多|更多|没有了|无|扫一扫|"
    r"扫码(?:关注|阅读|分享)?|扫描(?:下方)?二维码(?:关注)?|长按(?:识别)?二维码|"
    r"手机(?:版|阅读|端)|二维码|复制链接|链接|举报|纠错|我要纠错|登录|注册|投稿|下载|附件|此页|本页|印刷|"
    r"閉じる|前の記事|次の記事|前へ|次へ|シェア(?:する)?|ツイート|トップ(?:へ戻る)?|ページ(?:の先頭へ)?|"
    r"もっと見る|文字サイズ"
)
CHINESE_CREDITS = (
    r"(?:责任编辑|責任編輯|本文编辑|网络编辑|执行编辑|实习编辑|值班编辑|编辑|編輯|责编|美编|校对|初审|复审|终审|审核|审校|排版|签发|"
    r"主办(?:单位)?|承办(?:单位)?|技术支持|网站标识码|浏览次数|浏览量|阅读(?:量|次数)?|点击(?:量|数|率|次数)|访问量|"
    r"发布(?:时间|日期)|更新时间|编集|編集者?)"
)
