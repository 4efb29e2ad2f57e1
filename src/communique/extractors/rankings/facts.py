"""Which positions are stated as facts: not aims, wishes, conditions, denials or places lost."""

from __future__ import annotations

import re

from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.patterns import lazy

_AIM = lazy(
    r"\b(?:vis(?:e|ent|ons|ait|aient|er|ions|ant)|ambition\w*|objectif\w*|esper\w+|"
    r"souhait\w+|rev(?:e|ent|ait|er|ons)|aspir\w+|pourrai\w*|devrai\w*|\w*erai(?:t|ent)|\w*erions|"
    r"cibl\w+|cap\s+sur|convoit\w+|lorgn\w+|pretend(?:ent|ait|re)?|promet(?:s|tent|tre|tait)?|veu(?:t|"
    r"lent)|voulons|"
    r"voudrai\w*|vouloir|compt(?:e|ent|ons)\s+(?:bien\s+)?(?:atteindre|figurer|entrer|"
    r"integrer)|"
    r"aurai(?:t|ent|s)\s+(?:\w+\s+)?(?:p[ur]|du|merite|voulu|aime)|s'est\s+fixe\w*|d'ici|"
    r"desormais\s+pour\s+but|afin\s+d'\w+|but\s+est|faudra\w*|"
    r"permettrait|aimerai\w*|brigu\w+)\b(?P<between>[^.;!?»”]{0,90})$"
)
_TO_REACH = lazy(r"(?:figurer|entrer|atteindre)\b")
_MET = lazy(r"\b(?:atteint|rempli|tenu|depasse|realise)e?s?\b")
_BY = lazy(r"^[^.;,!?]{0,40}\bd'ici\s+(?:a\s+)?(?:\d{4}|fin|la\s+fin|cinq|trois|dix|deux|quatre)")
_TO = lazy(
    r"\b(?:pour|afin\s+de|afin\s+d'|de|d'|a)\s*(?:y\s+)?(?:entrer|figurer|atteindre|"
    r"integrer|rejoindre|gagner|grimper|monter|acceder|decrocher|devenir|parvenir|"
    r"arriver)\s+"
    r"(?:\w+\s+){0,3}$"
)
_INFINITIVE = lazy(
    r"(?:^|[«“\":]\s*)(?:monter|figurer|entrer|rester|etre|atteindre|gagner|finir|"
    r"terminer|devenir)\s+(?:\w+\s+){0,3}$"
)
_SAYS_SO = lazy(r"[^.;!?»”]{0,80}?,?\s(?:c'est|c'etait|ca|cela|nous|m'|me|reste|suffit|oblige|fait)\b")
_QUESTION = lazy(r"[^.;:!»”\n]{0,40}\?")
_WHO = lazy(r"\b(?:qui|lequel|laquelle|quel(?:le)?\s[a-z]+)\s+(?:est|sera|a\s+ete|reste)\b[^.;:]{0,30}$")
_IF = lazy(r"(?:^|[,;«“\"]\s*|\bque\s+)(?:si\s+\w|s'il)[^,;]{0,60}$")
_NOT = lazy(
    r"\b(?:n[e']\s?(?:[a-z']+\s+){1,3}(?:pas|plus|jamais|aucune?|ni)|sans\s+(?:etre|"
    r"figurer|atteindre)|faute\s+de|loin\s+(?:du|de)|hors\s+du|aux\s+portes\s+du|echoue\w*\s+a"
    r"|"
    r"ne\s+plus\s+|(?<!\bl[ea]\s)(?<!\bdu\s)manqu\w+|"
    r"rat\w{1,3}\s+(?:de\s+peu\s+)?l[ae])\b(?P<between>[^.;:,!?»”]{0,50})$"
)
# "22e, et non 15e": what is not.
_RATHER = lazy(r"\b(?:et|mais|,)\s*(?:non|pas)\s+(?:pas\s+)?(?:a\s+la\s+|au\s+|en\s+|l[ae]\s+)?$")
# What was lost or missed is told; another verb then tells what is held: "manque le top 10 et se classe 11e".
_ANEW = lazy(
    r"\ben\s+(?:se\s+|s')?[a-z]+ant\b|\b(?:et|mais|puis)\s+(?:(?:s'|se\s+|y\s+)\w+|est|reste|termin\w+|"
    r"fini\w+|arriv\w+|point\w+|occup\w+|"
    r"figur\w+|decroch\w+|obtien\w+|gagn\w+|grimp\w+)\b"
)
# "grimpe de deux places pour atteindre la 7e": the infinitive tells the outcome, as after "parvient à".
_OUTCOME = lazy(
    r"\b(?:places?|rangs?|positions?|crans?|points?|parvien\w*|parvenue?s?|reussi\w*|perm(?:et|ettent|"
    r"is)|vien(?:t|nent)|continue\w*"
    r"|commence\w*|fini\w*|gagn\w*|progress\w*|grimp\w*|bondi\w*|(?:re)?mont\w*|avanc\w*|hiss\w*|"
    r"saut\w*|chut\w*|recul\w*|perd\w*|seule?s?|unique|"
    r"(?:sont|etaient|seront|sommes|etes)\s(?:desormais\s|deja\s)?(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|"
    r"plusieurs|nombreu(?:x|ses)|quelques-une?s))"
    r"\b[^.;]{0,40}$"
)
_ONLY = lazy(r"\b(?:que|qu')\s*(?:\w+\s+)?(?:a\s+|en\s+|au\s+|l[ae]\s+)*$")


# "Si l'INSA Lyon est 3e, l'INSA Toulouse arrive 9e": two facts, set side by side.
_THEN = lazy(
    r"[^.;,]{0,60},\s[^.;]{0,60}\b(?:est|arrive|occupe|pointe|figure|reste|termine|recule|perd|gagne|"
    r"progresse|conserve|decroche)\b"
)
# "Si l'on considère les seules coopératives, elle est en tête": a way to look at facts.
_LOOKED_AT = lazy(
    r"\bsi\s+(?:l'on|on|nous)\s+(?:ne\s+)?(?:consider|regard|s'en\s+tien|retien|compt|exclu|se\s+limit|s'interess|met\b|compar)"
    r"[^.;]{0,80},\s[^.;,]{0,40}$"
)
_WILL = lazy(r"\b\w+(?:era|eront|erait|eraient|rons|rions)\b")
_IS = lazy(
    r"\b(?:est|sont|prend|obtient|gagne|arrive|occupe|pointe|figure|reste|termine|recule|conserve|decroche|garde)\s[^,;]{0,25}$"
)


def _contrasts(scan: Scan, c: Candidate) -> bool:
    """Whether "si" sets one fact beside another rather than a condition."""
    after = scan.after(c.end, 140)
    if _LOOKED_AT.search(scan.before(c.start, 110)):
        return True
    held = _IS.search(scan.before(c.start, 60) + scan.plain[c.start : c.end])
    return held is not None and _THEN.match(after) is not None and not _WILL.search(after)


_STOPS = ".;!?»”"
_NEAR = 80  # characters before a position: three words of an infinitive's complement


def _clause_from(before: str) -> int:
    """Where the words after the last stop begin; that stop itself may end a word that counts ("d'ici")."""
    return max([before.rfind(stop) for stop in _STOPS if stop in before], default=-1) + 1


def is_fact(scan: Scan, c: Candidate) -> bool:
    """Whether the text says that the position is held, or was.

    >>> from communique.document import Document
    >>> doc = Document("Elle vise le top 50.")
    >>> is_fact(Scan(doc), Candidate(10, 19, 1, 50, "top"))
    False
    """
    before = scan.before(c.start, 110)
    opening = scan.plain[c.start : c.end]
    after = scan.after(c.end, 60)
    clause = _clause_from(before)  # no aim, no denial reaches over a stop
    aim = _AIM.search(before, clause)
    if (
        aim
        and not _MET.search(aim.group("between"))
        and not re.search(r"\b(?:elle|il|se|est|a)\s+(?:\w+\s+)?\w+\s+$", aim.group("between")[-1:])
    ):
        return (
            "," in aim.group("between")
            and re.search(
                r",[^,]*\b(?:est|se|s'|a|arrive|occupe|figure|pointe|termine|decroche)\b",
                aim.group("between"),
            )
            is not None
        )
    if ("d'ici" in after and _BY.match(after)) or _TO_REACH.match(opening):
        return False
    end = max(clause, len(before) - _NEAR)
    to = _TO.search(before, end)
    if to and not _OUTCOME.search(before[: to.start()]):
        return False
    if _QUESTION.match(after) and _WHO.search(before):
        return False
    wish = _INFINITIVE.search(before)
    if wish and "etre" in wish.group() and _SAYS_SO.match(scan.after(c.end, 110)):
        wish = None  # "Être dix-huitièmes, c'est irréel": said of what is
    supposed = ("si" in before or "s'il" in before) and _IF.search(before)
    if wish or (supposed and not _contrasts(scan, c)):
        return False
    if ("non" in before or "pas" in before) and _RATHER.search(before, end):
        return False
    denied = _NOT.search(before, clause)
    return not (
        denied
        and not _ONLY.search(before)
        and not re.search(r"\bque\b|\bqu'", denied.group("between"))
        and not _ANEW.search(denied.group("between") + opening)
    )
