"""Common English count nouns, singular and plural, that are never both and whose singular wants a determiner."""

from __future__ import annotations

from review.checks.reading.words import listed

REGULAR = listed("""
ability accident account achievement action activity actor addition address adult advantage agency agreement airport
animal answer apartment apple application approach area argument army arrangement article artist aspect assessment
athlete attack attempt author award baby bag bank battle bed belief benefit bicycle bird boat body book bookshop
border bottle boundary box boy branch bridge brother budget building bus camera campaign campus candidate car card
career case category cause center centre century challenge change chapter character choice church cinema citizen
city class client clinic club coach colleague collection college colony color colour committee community company
competition component computer concept concern condition conference conflict consequence contract contribution
corner country county couple course court cousin crime crisis culture customer daughter day deal decade decision
degree department desk detail device dialogue difference difficulty director disaster disease district doctor
document dog dollar door dozen dream driver economy editor effect effort election element emergency employee
employer enemy engine engineer enterprise entry episode era error event exam example exception exercise exhibition
expert explanation face facility factor factory failure family farm farmer father feature festival field figure film
firm flat flower forest form friend function game garden gate girl goal government graduate grandparent group guest
guide habit hall hand hero highway holiday home hospital hotel hour house household idea image impact improvement
incident increase individual industry initiative injury institute institution instrument interview investor island
issue item job journalist journey judge key kitchen laboratory lake language law lawyer layer leader lecture lesson
letter level library line link list loan location lover machine manager map market meal measure mechanism meeting
member memory message method mile minister minute mission mistake model moment month mother mountain movement movie
museum name nation neighbor neighbour network newspaper night novel number nurse obstacle offer office officer
official opinion opportunity organisation organization outcome owner page painting paper parent park participant
partner passenger path patient pattern period phase phenomenon phone photo picture pilot pioneer place plan planet
plant platform player poem poet point policy politician port position prison problem procedure process product
professor program programme project proposal province pupil quality quarter question reader reason region
relationship reporter request researcher resident resource restaurant result review reward river road role room
route rule sample scene school scientist screen season secret section sector segment session shop shopkeeper sister
site situation skill soldier solution son song source speaker specialist stage station statue step stone store story
strategy street student subject suburb success suggestion summit supplier surface symbol symptom system table target
task teacher team technique technology teenager temple term text theory thing threat ticket tool topic tourist town
trademark tradition train tree trend trip truck university user vehicle venue version victim video village villager
visitor volunteer voter wall warehouse way weapon week window winner witness word worker workshop writer year
youngster zone
""")
IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "phenomenon": "phenomena",
    "crisis": "crises",
    "wife": "wives",
    "hero": "heroes",
    "policeman": "policemen",
    "businessman": "businessmen",
}
AMBIGUOUS = frozenset(listed("dozen couple series species figure form measure quarter line"))
"""Nouns that rightly follow a number or `these` in the singular, or are verbs as often."""
VERBS = frozenset(
    listed("""
answer approach attack attempt author award bank battle benefit book border box branch bridge budget cause center
centre challenge change class coach concern condition conflict contract contribute couple course cover credit crown
deal design detail document dream effort employ end engineer entry exercise experience face factor farm feature
figure film form function garden guide hand head highlight host house image impact increase input interview issue
judge land lead lecture level library like line link list lower map mark market matter meal mean measure minister
model name need network nurse object offer office order outcome page paint paper park partner pattern phase phone
picture pilot place plan plant point port position present price process produce product program programme project
protest quality quarter question reason record rent report request research resort result review reward route rule
sample scene school screen season section sound source speak stage state station step stone store stress structure
study subject supply surface symbol table target task tax team threat ticket tie tool total tour trade train
transport travel trend trip trouble truck use value video view village visit voice vote walk warehouse water way
weapon wish witness word work zone
""")
)
"""Nouns that are verbs as well, so that `this results in` is right."""
UNCOUNTABLE = {
    "informations": "information",
    "equipments": "equipment",
    "advices": "advice",
    "furnitures": "furniture",
    "homeworks": "homework",
    "luggages": "luggage",
    "baggages": "baggage",
    "softwares": "software",
    "hardwares": "hardware",
    "personnels": "personnel",
    "traffics": "traffic",
    "sceneries": "scenery",
    "feedbacks": "feedback",
    "mankinds": "mankind",
}


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeou" else noun + "s"


PLURAL_OF = {noun: _plural(noun) for noun in REGULAR if noun not in AMBIGUOUS} | IRREGULAR
SINGULAR_OF = {plural: noun for noun, plural in PLURAL_OF.items()}
