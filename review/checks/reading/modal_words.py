"""What obliges, permits, spares and forbids, by language, for text in small letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Force = Literal["must not", "need not", "must", "may"]
FORCES: tuple[Force, ...] = ("must not", "need not", "must", "may")
"""The order in which they are read: "must not" before "must"."""


@dataclass(frozen=True, slots=True)
class Modals:
    """Patterns of a language for each force, in the order of FORCES.

    `strict` are words that can mean nothing else; `loose` those besides by which another language's are answered.
    """

    strict: tuple[str, str, str, str]
    loose: tuple[str, str, str, str]


MODALS = {
    "en": Modals(
        (
            r"(?:must|shall|may)(?: not| never|n['’]t)|(?:is|are)(?: not|n['’]t) (?:allowed|permitted) to|(?:is"
            r"|are) (?:strictly )?(?:prohibited|forbidden)",
            r"(?:do|does|did)(?:n['’]t| not)(?: \w+)? (?:have|need) to|need(?: not|n['’]t)|(?:is|are)(?: not"
            r"|n['’]t) (?:required|obliged) to",
            r"must|shall|ha(?:ve|s) to|(?:is|are) (?:required|obliged|obligated) to",
            r"(?:is|are) (?:allowed|permitted|entitled|free) to|may(?! (?:be|have|also|\d))",
        ),
        (
            r"(?:can|could|should|will|would|do|does|need)(?: not|n['’]t)|cannot|prohibit\w*|forb[ia]d\w*"
            r"|ban(?:s|ned)?|no|not|never|nor|neither"
            r"|\w+n['’]t|without|avoid\w*|refus\w+|un\w+|prevent\w*",
            r"no need|unnecessar\w*|without|optional\w*|not|no|\w+n['’]t|exempt\w*|never|free",
            r"should|ought|had to|having to|need\w*|requir\w+|necessar\w+|necessit\w+|oblig\w+|mandat\w+"
            r"|compulsor\w+|essential\w*|imperative"
            r"|crucial|vital|indispensable|duty|bound|make sure|ensur\w+|got to|supposed|important|force[ds]?"
            r"|to be|had better|demand\w*"
            r"|urg\w+|call\w*|only|please|inevitabl\w+|certain\w*|insist\w*|will|would|cannot|can['’]t|not|no"
            r"|unless|until",
            r"may|might|can|could|able|allow\w*|permit\w*|optional\w*|possib\w+|right|option\w*|let\w*"
            r"|available|also|only",
        ),
    ),
    "zh": Modals(
        (
            r"不得(?![不以了已而])|不准|不许|不許|禁止|严禁|嚴禁|切勿|请勿|請勿|不应|不應",
            r"不必|无需|无须|無需|無須|毋须|毋需",
            r"必须|必須|务必|務必|应当|應當|(?<!不)须(?![知毛])|有义务|有義務",
            r"(?<!不)可以(?![说看想])|允许|允許|准许|准許|有权|有權",
        ),
        (
            r"[不没沒未无無非勿莫否]|别|拒绝|拒絕|避免|防止",
            r"[不没沒未无無非勿免]|随意|自由",
            r"应|應|需|须|須|要|得|才|只|一定|否则|不可|不能|非|请|請|义务|责任|强制|得以",
            r"可|能|允|准|许|許|权|權|让|讓|给|会|會|得以|供|便于|足以",
        ),
    ),
    "de": Modals(
        (
            r"(?:darf|dürfen)\b[^.;]{0,60}?\b(?:nicht|kein\w*)|verboten|untersagt",
            r"(?:muss|müssen|braucht|brauchen)\b[^.;]{0,40}?\bnicht|nicht (?:nötig|erforderlich)",
            r"muss|müssen|(?:ist|sind) verpflichtet",
            r"darf|dürfen",
        ),
        (
            r"nicht|kein\w*|nie\w*|ohne|un\w+|verb\w+",
            r"nicht|kein\w*|ohne|un\w+|frei\w*|optional\w*",
            r"soll\w*|musst\w*|müsst\w*|hat|haben|zu|erforder\w*|notwendig\w*|nötig|pflicht\w*|verpflicht\w*"
            r"|unbedingt|zwing\w*|nur|erst|bitte|nicht|brauch\w*"
            r"|benötig\w*|gilt|werden|wird|darf nur|dürfen nur",
            r"kann|können|könn\w*|erlaub\w*|gestatte\w*|möglich\w*|mag|berechtigt|lassen|lässt|recht|zulässig"
            r"|zugelassen",
        ),
    ),
    "fr": Modals(
        (
            r"ne (?:doit|doivent|peut|peuvent) (?:pas|en aucun cas)|(?:est|sont) interdite?s?",
            r"n['’](?:est|a|ont) pas (?:nécessaire|tenue?s?|besoin|à)",
            r"(?:doit|doivent|est tenue? de|sont tenue?s de|il faut)",
            r"(?:est|sont) (?:autorisée?s?|libres?) (?:à|de)",
        ),
        (
            r"ne|n['’]\w+|pas|sans|interdi\w*|défen\w+|jamais|aucune?|évit\w+",
            r"pas|sans|inutile\w*|facultati\w+|ne|n['’]\w+",
            r"doi\w+|dev\w+|faut|faudra|oblig\w+|nécess\w+|tenu\w*|impérati\w+|exig\w+|seul\w*|à|veuillez|besoin",
            r"peu\w+|pouv\w+|pourr\w+|permis\w*|permet\w*|autoris\w+|possib\w+|droit|loisible|libre\w*",
        ),
    ),
    "es": Modals(
        (
            r"no (?:debe|deben|puede|pueden|podrá|podrán)|(?:está|están|queda|quedan) prohibid\w+",
            r"no (?:es necesario|hace falta|tienen? que)",
            r"deben?|deberán?|tienen? que|(?:está|están) obligad\w+",
            r"(?:está|están) (?:autorizad|permitid)\w+|se permite",
        ),
        (
            r"no|sin|prohib\w+|nunca|ningun\w*|ningún|evit\w+|jamás",
            r"no|sin|innecesari\w+|opcional\w*",
            r"deb\w+|tien\w+|ten\w+|hay|ha|han|oblig\w+|neces\w+|requ\w+|exig\w+|imprescindible\w*|solo|sólo"
            r"|precis\w+",
            r"pued\w+|pod\w+|permit\w+|posib\w+|autoriz\w+|derecho|libre\w*|permis\w*",
        ),
    ),
    "pt": Modals(
        (
            r"não (?:deve|devem|pode|podem|poderá|poderão)|(?:é|são|está|estão) proibid\w+",
            r"não (?:é necessário|precisam?|tem (?:que|de)|têm (?:que|de))",
            r"devem?|deverá|deverão|(?:tem|têm) (?:que|de)|(?:é|são) obrigad\w+",
            r"(?:é|são|está|estão) (?:autorizad|permitid)\w+|é permitido",
        ),
        (
            r"não|sem|proib\w+|nunca|nenhum\w*|evit\w+|jamais",
            r"não|sem|desnecessári\w+|opcional\w*|opcionais",
            r"dev\w+|t[eê]m|ter|tinh\w+|há|obrig\w+|neces\w+|requ\w+|exig\w+|imprescindíve\w+|só|somente|precis\w+",
            r"pod\w+|permit\w+|possív\w+|possib\w+|autoriz\w+|direito|livre\w*|permiss\w*",
        ),
    ),
    "ru": Modals(
        (
            r"нельзя|запрещ\w+|не (?:должн\w+|допуска\w+|разреша\w+)|воспреща\w+",
            r"не (?:нужно|надо|обязан\w*|требуется)|необязательно",
            r"должен|должн[аоы]|обязан[аоы]?|необходимо|следует",
            r"вправе|разрешается|имеют? право|позволено",
        ),
        (
            r"не|нет|без|запре\w+|нельзя|ни\w*|избе\w+",
            r"не|нет|без|необязат\w+",
            r"долж\w+|обяз\w+|необходим\w*|нужн\w+|надо|следу\w+|треб\w+|прид[её]тся|приходится|только|нельзя"
            r"|не|надлежит",
            r"мож\w+|могу\w*|мог\w*|прав\w+|разреш\w+|позвол\w+|возможн\w+|допус\w+|дозвол\w+",
        ),
    ),
}
