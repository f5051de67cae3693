"""British and American spellings of the same words.

Left out are words that one variety uses in both spellings with two meanings, such as storey, tyre, metre and licence.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

OUR = """arm behavi cand clam col demean endeav fav flav glam harb hon hum lab neighb od parl ranc rig rum sav splend
succ tum val vap vig"""
OUR_ENDINGS = ("", "s", "ed", "ing", "able", "ful", "hood", "hoods", "ite", "ites", "less", "er", "ers")
RE = "calib cent fib lit lust meag sab scept somb spect theat centimet kilomet millimet"
ISE = """agon apolog author capital categor central character civil commercial computer critic decentral democrat digit
econom emphas equal familiar final fertil general global harmon hospital immun industrial initial institutional legal
liberal local maxim mechan memor minim mobil modern monopol national neutral normal optim organ patron penal personal
popular priorit privat public rational real recogn reorgan revital revolution scrutin sensit social special stabil
standard steril subsid summar symbol sympath synchron terror traumat urban util visual vital"""
ISE_ENDINGS = ("e", "es", "ed", "ing", "ation", "ations", "er", "ers")
LYSE = "anal cata para"
DOUBLED = "cancel channel counsel dial duel fuel label level marvel model panel pedal quarrel rival signal total travel"
DOUBLED_ENDINGS = ("ed", "ing", "er", "ers")
SINGLE = """aeroplane=airplane aeroplanes=airplanes ageing=aging aluminium=aluminum anaesthetic=anesthetic
catalogue=catalog catalogues=catalogs centred=centered centrepiece=centerpiece
counsellor=counselor counsellors=counselors cosy=cozy defence=defense diarrhoea=diarrhea enrol=enroll
enrolment=enrollment foetus=fetus fulfil=fulfill fulfilment=fulfillment grey=gray haemoglobin=hemoglobin
jewellery=jewelry leukaemia=leukemia manoeuvre=maneuver manoeuvres=maneuvers mould=mold moulds=molds
moustache=mustache oestrogen=estrogen offence=offense orthopaedic=orthopedic paediatric=pediatric plough=plow
ploughs=plows pretence=pretense programme=program programmes=programs pyjamas=pajamas sceptical=skeptical
skilful=skillful smoulder=smolder sulphur=sulfur wilful=willful woollen=woolen"""


@cache
def american() -> dict[str, str]:
    """The American spelling of each British one; in lower case."""
    return dict(_pairs())


@cache
def british() -> dict[str, str]:
    """The British spelling of each American one; in lower case."""
    return {other: one for one, other in _pairs()}


@cache
def telling() -> frozenset[str]:
    """The words of both varieties."""
    return frozenset(american()) | frozenset(british())


def _pairs() -> Iterator[tuple[str, str]]:
    for stem in OUR.split():
        yield from ((f"{stem}our{end}", f"{stem}or{end}") for end in OUR_ENDINGS)
    for stem in RE.split():
        yield from ((f"{stem}re{end}", f"{stem}er{end}") for end in ("", "s"))
    for stem in ISE.split():
        yield from ((f"{stem}is{end}", f"{stem}iz{end}") for end in ISE_ENDINGS)
    for stem in LYSE.split():
        yield from ((f"{stem}lys{end}", f"{stem}lyz{end}") for end in ("e", "ed", "ing"))
    for stem in DOUBLED.split():
        yield from ((f"{stem}l{end}", f"{stem}{end}") for end in DOUBLED_ENDINGS)
    for entry in SINGLE.split():
        one, _, other = entry.partition("=")
        yield one, other
