"""The common nouns in Chinese names of places and bodies, and single characters that stand for names, in English."""

from __future__ import annotations

from functools import cache

from review.checks.reading.words import listed

MONTHS = listed("January February March April June July August September October November December")
WEEKDAYS = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
TABLE = """
河 River|江 River|湖 Lake|海 Sea|山 Mountain|岛 Island|島 Island|湾 Bay|灣 Bay|峡 Gorge|峽 Gorge|水库 Reservoir
水庫 Reservoir|省 Province|市 City|县 County|縣 County|区 District|區 District|镇 Town|鎮 Town|镇 Township
鎮 Township|乡 Township|鄉 Township|村 Village|州 Prefecture|路 Road|街 Street|大街 Street|大道 Avenue|巷 Lane
桥 Bridge|橋 Bridge|寺 Temple|庙 Temple|廟 Temple|港 Port|港 Harbour|港 Harbor|站 Station|机场 Airport
機場 Airport|大学 University|大學 University|学院 College|學院 College|学院 Institute|學院 Institute|学院 School
學院 School|医院 Hospital|醫院 Hospital|公园 Park|公園 Park|广场 Square|廣場 Square|广场 Plaza|廣場 Plaza
中学 School|中學 School|小学 School|小學 School|银行 Bank|銀行 Bank|集团 Group|集團 Group|公司 Company
公司 Corporation|馆 Museum|館 Museum|馆 Embassy|館 Embassy|馆 Library|館 Library|院 Hospital|院 Academy
院 Institute|警 Police|部 Ministry|部 Department|局 Bureau|局 Office|局 Department|会 Committee|會 Committee
会 Association|會 Association|会 Commission|會 Commission|会 Council|會 Council|会 Conference|會 Conference
党 Party|黨 Party|国 Republic|國 Republic|联盟 Union|聯盟 Union|联盟 League|聯盟 League|奖 Award|獎 Award
奖 Prize|獎 Prize|节 Festival|節 Festival|杯 Cup|报 Newspaper|報 Newspaper|社 Agency|台 Station|厅 Hall|廳 Hall
园 Garden|園 Garden|塔 Tower|宫 Palace|宮 Palace|门 Gate|門 Gate|关 Pass|關 Pass|洲 Continent|中 Chinese
美 America|美 American|英 Britain|英 British|法 France|法 French|德 Germany|德 German|俄 Russia|俄 Russian
日 Japanese|韩 Korean|韓 Korean|欧 Europe|欧 European|歐 Europe|歐 European|亚 Asia|亚 Asian|亞 Asia|亞 Asian
非 Africa|非 African|澳 Australia|澳 Australian|国 National|國 National|半岛 Peninsula|半島 Peninsula
"""


@cache
def generic_terms() -> dict[str, tuple[str, ...]]:
    """The English words of a Chinese noun or sign; a name may hold any of them."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in TABLE.replace("\n", "|").split("|"):
        chinese, _, english = entry.strip().partition(" ")
        if chinese:
            found[chinese] = (*found.get(chinese, ()), english)
    months = {"月": MONTHS, **dict.fromkeys(("周", "週", "期", "拜"), WEEKDAYS)}
    return {**found, **months}
