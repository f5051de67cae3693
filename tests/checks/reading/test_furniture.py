from __future__ import annotations

import pytest

from review.checks.reading.furniture import furniture, only_furniture


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("0 2 7 15", "en"), ("12 | 40 | 7", "en"), ("[Print] [Close]", "en"),
        ("Print this page", "en"), ("Share to: Weibo QQ", "en"),
        ("Previous article: None Next article", "en"),
        ("Font: Large Medium Small", "en"), ("[Font size: Large]", "tlh"),
        ("Editor in charge: Zhou Xiao", "en"), ("Powered by Northlake", "en"),
        ("Hits: 1204", "en"), ("Release time: 2021-05-10", "en"),
        ("Scan the QR code with WeChat", "en"), ("Click to view more", "en"),
        ("Current location: Home > News > Text", "en"),
        ("© 2021 Lakeside Daily", "en"), ("All rights reserved", "en"), ("ICP No. 12345678", "en"),
        ("湘ICP备12345678号-1", "zh"),
        ("【打印】【关闭】", "zh"), ("【字体：大 中 小】", "zh"),
        ("上一篇：没有了 下一篇", "zh"), ("责任编辑：周晓", "zh"),
        ("浏览次数：120", "zh"), ("首页 > 新闻 > 本地", "zh"), ("版权所有 某图书馆", "zh"), ("扫描二维码关注", "zh"),
        ("Drucken Teilen Schließen", "de"), ("Печать Поделиться Закрыть", "ru"), ("印刷 閉じる", "ja"),
        ("Imprimer Partager", "fr"), ("Publié le 15/03/2021 à 10:22", "fr"), ("À lire aussi :", "fr"),
        ("Veröffentlicht am 15.03.2021", "de"), ("Zum Seitenanfang", "de"), ("Leer más", "es"),
        ("Опубликовано 15 марта 2021 г.", "ru"), ("Версия для печати", "ru"), ("Читайте также:", "ru"),
        ("פורסם: 15.03.21, 10:22", "he"), ("לכתבה הקודמת לכתבה הבאה", "he"), ("תגובות (12)", "he"),
        ("公開日：2021年3月15日", "ja"), ("ページの先頭へ戻る", "ja"), ("下一篇：春天来了", "zh"),
        ("来源：城市报", "zh"),
        ("Last updated: 12 May 2020", "en"), ("Next: City opens park", "en"), ("Related articles", "en"),
        ("Imprimir Compartir", "es"),
        ("Previous article: The harbour museum opens a new hall for boats of the last two centuries", "en"),
        ("Editor-in-charge: Zhou Xiao", "en"), ("Update date: 2021-05-10", "en"),
        ("Source: City Office · Viewed: 812", "en"), ("Release date: 2021-05-10 Release unit: Harbour Office", "en"),
    ],
)  # fmt: skip
def test_lines_of_the_frame_are_furniture_as_a_whole(text: str, lang: str) -> None:
    assert [piece.span.of(text) for piece in furniture(text, lang)] == [text]
    assert only_furniture(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The score was 3 to 1.", "en"), ("2021", "en"), ("12 40", "en"), ("2020-05-10", "en"),
        ("Home news", "en"), ("Close", "en"),
        ("Print it and share it with your friends.", "en"),
        ("The editor: a portrait of a life in letters and of a city", "en"),
        ("Produced by two companies, the film opens in May.", "en"), ("produced by hand", "en"), ("A > B", "en"),
        ("He asked readers to scan the QR code at the door, and they did.", "en"),
        ("Copyright law was changed. It had to be.", "en"),
        ("大家把照片分享到网上。", "zh"), ("编辑们对首页作了评论。", "zh"),
        ("大中小学", "zh"), ("微博上的评论", "zh"), ("", "zh"),
        ("Die Seite wurde gedruckt.", "de"),
    ],
)  # fmt: skip
def test_sentences_and_short_texts_are_none(text: str, lang: str) -> None:
    assert furniture(text, lang) == ()
    assert not only_furniture(text, lang)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("The fair is open. Print Close", ["Print Close"]),
        ("The fair is open. [Responsible editor: Li Na]", ["[Responsible editor: Li Na]"]),
        ("The fair is open [Print] today.", ["[Print]"]),
        ("A fair for all Share to: Weibo QQ", ["Share to: Weibo QQ"]),
        ("One.\n0 1 2\r\nTwo.\n\n[Close]", ["0 1 2", "[Close]"]),
        ("  Print Close  ", ["Print Close"]),
    ],
)
def test_furniture_beside_text_is_marked_alone(text: str, quotes: list[str]) -> None:
    assert [piece.span.of(text) for piece in furniture(text, "en")] == quotes
    assert only_furniture(text, "en") == (text.strip() == quotes[0])
