"""Positions that are true by a measure or said in passing, of no list that is named."""

from __future__ import annotations

from communique.extractors.rankings.candidates import Candidate, Scan
from communique.extractors.rankings.patterns import lazy


def by_measure(scan: Scan, c: Candidate) -> bool:
    """Whether a position says by what measure it is true, in a paragraph that names no list before it.

    "Le réseau, troisième de France par sa longueur, est exploité par Transval."
    """
    plain = scan.plain
    if not (
        _MEASURED.match(plain, c.end)
        or _WHICH_MAKES.search(plain, max(0, c.start - 40), c.end)
        or (_BESIDE_FACTS.match(plain, c.end) and scan.before(c.start, 2) == ", ")
        or (c.rule == "among" and "premi" in plain[c.start : c.end] and _OF_KIND.match(plain, c.end))
        or ((c.noun or c.rule == "number one") and not scan.before(c.start).strip(" «-–—•"))
    ):
        return False
    return not any(True for _ in scan.names_between(scan.line(c.start)[0], c.start))


# "parmi les dix premiers | fabricants français de fenêtres"
_OF_KIND = lazy(
    r"\s(?!(?:mondia|europ|nationa|francais|regiona|etabliss|classes)\w*)[a-z]{4,}s\s(?:de\s|du\s|d'|francais|belges|suisses|europe|mondia)"
)
# "L'école, deuxième de la région derrière Nova, compte 3 900 étudiants": said in passing
_BESIDE_FACTS = lazy(
    r"[^.;,\n]{0,70},\s(?:compt|emploi|accueill|form|rassembl|regroup|dessert|export|possed|realis|vend|produi|heberg|ger|recrut|"
    r"fetera|ouvr|traite)\w*\s"
)
# "emploie 210 personnes, ce qui la place au douzième rang": what was told before makes it so
_WHICH_MAKES = lazy(
    r"\ben\s(?:reste|est|demeure|devient|etait)\s(?=[^.;,]{0,12}$)|"
    r"\b(?:ce|chiffre|score|resultat|taux|niveau|total)\squi\s(?:l[ae]s?\s|l'|nous\s|en\s)?(?:class|plac|situ|hiss|met|fai|positionn)"
    r"\w*\s(?=[^.;,]{0,40}$)"
)
_MEASURED = lazy(
    r"(?:\s[^\s,.;:()]+){0,5}?\s(?:par\s(?:l[ae]s?\s|l'|sa\s|son\s|ses\s|leur\s)(?:nombre|taille|surface|superficie|volume|"
    r"tonnage|chiffre|population|effectif|longueur|capacite|production|frequentation|budget|poids)|"
    r"en\s(?:tonnage|valeur|volume|superficie|effectifs|nombre\sd|chiffre\sd|parts?\sde\smarche))"
)
