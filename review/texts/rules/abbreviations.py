"""Abbreviations that end in a stop, by language and by what may follow them.

Keys have no spaces and no last stop, and are in lower case, save where only the capitalised word abbreviates (`No`).
English ones hold in every language, for names of companies and people travel.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["title", "numbered", "either", "closing", "unit"]
"""title: never ends a sentence · numbered: does not before a number · either: does only before a word that mostly
begins a sentence · closing: does before any capital · unit: as closing behind a number, else as title."""

_TABLE: dict[str, dict[Kind, str]] = {
    "en": {
        "title": """mr mrs ms mx messrs dr drs prof profs st ste Gen Maj Lt Col Sgt Capt Cmdr Adm Brig Rev Hon Fr Sr
            Gov Sen Rep Pres Supt Det Insp e.g i.e eg ie viz cf vs v approx esp incl resp n.b q.v""",
        "numbered": """No Nos no nos nr Nr p pp fig figs vol vols ch chap sec sect art arts para eq ex app tab Jan Feb
            Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec lit ed ll bk pt op""",
        "either": """inc ltd co corp bros llc plc jr a.m p.m u.s u.k u.n u.s.a u.s.s.r e.u d.c b.c a.d n.y l.a ph.d
            m.a b.a m.d b.sc m.sc dept univ assn ave blvd rd mt ft est min max avg tel ext ca c Mon Tue Tues Wed Thu
            Thur Thurs Fri Sat Sun cent govt intl natl al""",
        "closing": "etc",
    },
    "de": {
        "title": """hr hrn fr frl dipl ing dipl.-ing mag med jur phil rer nat habil st hl z.b d.h u.a u.ä o.ä s.o s.u
            v.a i.d.r i.a i.v z.t z.zt m.e bzw bspw ca evtl ggf gegr geb gest inkl exkl insb insbes jew sog spez ungef
            urspr vgl vmtl wg zzgl zw betr bez bzgl einschl entspr f.d i.s.v u.u b.d p.a lt gem hrsg verf übers versch
            vorm zit i.h.v i.w o.g u.z z.h v.chr n.chr o.g s.o.g mind d.i""",
        "numbered": """abs art bd bde bl kap nr nrn s S sp tab taf ziff z ff f aufl jg jh jhd anm abb anl ausg lfd Jan
            Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez km str""",
        "either": "mio mrd tsd std stdn min sek tägl monatl jährl str tel co gmbh e.v a.d a.m o.dgl u.dgl",
        "closing": "usw etc usf u.s.w ff dgl u.v.m u.v.a",
    },
    "fr": {
        "title": "M MM Mme Mlle Mlles Mgr Me dr pr st ste c.-à-d p.ex ex cf env av apr j.-c n.b s.a.r i.e",
        "numbered": "n no art p pp vol chap fig tab éd janv févr avr juil sept oct nov déc al liv t h",
        "either": "s.a s.a.r.l cie bd av boul tél hab éd n.d.l.r r.p",
        "closing": "etc",
    },
    "es": {
        "title": """sr sra srta sres sras D dña dr dra prof profa ing lic arq gral cnel cap tte sgto mons pbro excmo
            excma ilmo ilma p.ej ej aprox cf vid rr.hh""",
        "numbered": """núm nº n art arts pág págs p pp vol cap fig tel apdo ene feb mar abr jun jul ago sept oct nov
            dic""",
        "either": "s.a s.l s.a.u s.r.l cía avda av dpto admón ud uds vd vds a.c d.c c.p a.m p.m ee.uu",
        "closing": "etc",
    },
    "it": {
        "title": """sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa ing avv arch geom on sen gen col cap mons S SS
            p.es es cfr""",
        "numbered": "n art pag pagg p pp vol cap fig tav tel",
        "either": "s.p.a s.r.l s.n.c a.c d.c ecc.za",
        "closing": "ecc etc",
    },
    "pt": {
        "title": "sr sra srs dr dra prof profa eng exmo exma D p.ex ex cf v.g",
        "numbered": "n nº art pág págs p pp vol cap fig tel",
        "either": "s.a ltda cia av r a.c d.c",
        "closing": "etc",
    },
    "nl": {
        "title": """dhr mevr mw dr drs ir ing mr prof ds st bijv d.w.z m.a.w o.a i.p.v t.o.v m.b.t i.v.m resp vgl ca
            z.g zgn""",
        "numbered": "nr art blz p pag vol hfst fig jan feb mrt apr jun jul aug sept okt nov dec",
        "either": "b.v n.v mln mld jl a.s",
        "closing": "enz etc e.d",
    },
    "sv": {"title": "t.ex bl.a d.v.s dvs s.k f.d ca kl dr prof jfr resp p.g.a m.a.o", "closing": "osv etc m.m m.fl"},
    "da": {"title": "f.eks bl.a dvs d.v.s s.k ca kl dr prof jf nr hr fr pga mht", "closing": "osv etc m.m m.fl"},
    "no": {"title": "f.eks bl.a dvs d.v.s s.k ca kl dr prof jf nr hr fr pga mht", "closing": "osv etc m.m m.fl"},
    "fi": {"title": "esim mm ts eli tri prof n noin ks vrt s k.o", "closing": "jne yms ym"},
    "is": {"title": "t.d m.a þ.e.a.s þ.e sbr nr dr próf u.þ.b f.h a.m.k s.s hr", "closing": "o.s.frv o.fl m.fl o.þ.h"},
    "pl": {
        "title": "np m.in tj tzn tzw dr hab prof inż mgr ks gen płk św ok por im ul al pl os",
        "numbered": "nr art ust str s r poz t rozdz",
        "either": "r w tys mln mld zł godz",
        "closing": "itd itp",
    },
    "cs": {
        "title": "např tj tzv mj dr prof ing mgr bc mudr judr phdr doc sv cca resp p ul nám popř",
        "numbered": "č čl str s odst r",
        "either": "tis mil mld hod kč o.p.s s.r.o a.s př.n.l n.l",
        "closing": "atd apod aj",
    },
    "sk": {
        "title": "napr tj tzv dr prof ing mgr doc sv cca resp p ul nám popr",
        "numbered": "č čl str s ods r",
        "either": "tis mil mld hod s.r.o a.s",
        "closing": "atď apod",
    },
    "hu": {"title": "pl ún dr prof id ifj szt kb ill vö ti", "either": "kft rt zrt bt sz", "closing": "stb"},
    "ro": {
        "title": "dl dna dra dr prof ing ex sf art nr pag cca",
        "either": "s.a s.r.l î.hr d.hr",
        "closing": "etc ș.a",
    },
    "tr": {
        "title": "dr prof doç av sn örn bkz yy mah cad sok no",
        "either": "a.ş ltd şti t.c m.ö m.s",
        "closing": "vb vs",
    },
    "ru": {
        "title": """т.е т.к т.н т.о т.ж т.ч им св гр г-н г-жа проф акад доц д-р инж ген полк кап лейт ред сост пер авт
            см ср напр прим пр-т просп ул пл бул наб пер обл р-н пос дер с.ш с.-х ж.-д оз о-в бывш нар засл канд чл
            чл.-корр кв рис табл илл соч тыс млн млрд трлн куб кв л.с об.""",
        "numbered": """стр с гл п пп ст рис табл т тт вып ч № д корп кв стр оф разд янв февр мар апр июн июл авг сент
            окт нояб дек""",
        "either": "н.э до.н.э в вв мин сек час долл экз шт чел уч гос",
        "closing": "и.т.д т.д и.т.п т.п др пр",
        "unit": "г гг руб коп",
    },
    "uk": {
        "title": "т.з т.зв ім св проф акад доц д-р ред див напр вул просп пл обл р-н тис млн млрд",
        "numbered": "стор с гл п пп ст рис табл т вип ч",
        "either": "н.е ст хв",
        "closing": "т.д і.т.д т.п ін",
        "unit": "р рр грн коп",
    },
    "bg": {
        "title": "т.е т.нар напр проф акад доц д-р инж ул бул св гр с обл хил млн млрд вж",
        "numbered": "стр с чл ал т рис",
        "either": "в лв ст",
        "closing": "т.н др",
        "unit": "г",
    },
    "el": {
        "title": "κ κα κος δρ π.χ δηλ βλ σελ αρ λ.χ μ.μ π.μ",
        "either": "α.ε ε.π.ε μ.χ π.χ",
        "closing": "κλπ κ.λπ κ.ά κ.α",
    },
    "ar": {"title": "د م أ ا.د أ.د ش ص ه ق.م", "closing": ""},
    "fa": {"title": "د م دکتر ق.م", "closing": ""},
}

ABBREVIATIONS: dict[str, dict[str, Kind]] = {
    tag: {key: kind for kind, keys in kinds.items() for key in keys.split()} for tag, kinds in _TABLE.items()
}
"""Language → abbreviation → kind; a language that is missing has no stops in its abbreviations."""
