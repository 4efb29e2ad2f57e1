"""Who a rank is set beside: "Castelnau (58e)", "Nuvéa, 37e", "devant Adrasta, troisième"."""

from __future__ import annotations

from communique.extractors.rankings.items import is_context
from communique.extractors.rankings.names import ranking_sources
from communique.extractors.rankings.patterns import lazy
from communique.extractors.rankings.phrases import Phrase, is_discipline
from communique.extractors.rankings.site import Site, Words

_RANKING_SOURCES = ranking_sources()

_APPOSITIONS = frozenset({"parenthesis", "apposed", "gapped", "cell", "contrast"})
_APART = lazy(
    r"[»”\"]?\s*(?:\([^()]{0,40}\)\s*)?(?:[,(]\s*)?(?:(?:soit|desormais|toujours|encore|actuellement|lui|"
    r"elle)\s+)?"
)
_OWNER = lazy(r"\b(?:de|du|des|d')\s?(?:l[ae]\s|l')?$")
_BY_NOW = lazy(r"\s*,\s(?:desormais|toujours|actuellement)\s+")
_SCOPE_TO = lazy(r"\s(?:en|au|aux|du|des|de|dans|d')\s?(?:l[ae]s?\s|l')?")
_BRACKETED = lazy(r"\s*\(\s*(?:dans\s+la\s+)?")
# "X, numéro deux de la pompe": a noun phrase set beside the name before it, whatever governs that.
_NOMINAL = frozenset({"ranked noun", "number one", "of place", "best", "second"})
_COMMA = lazy(r"\s*(?:\([^()]{0,40}\)\s*)?,\s+(?:l[ae]\s+)?")
_BESIDE = lazy(rf"{_BRACKETED.pattern}|,?\s*")
# "selon Forbes, …", "désignée par la Gazette et le cabinet Hélios, première région": who says so.
SOURCED = lazy(
    r"\b(?:selon|d'apres)\s[^,;.()]{0,90}$|"
    r"\b(?:design|elue?|nomm|sacr|class|publi|etabli|distingu|plac|jug|reconnu|consider|cit)\w*(?:,?\s[^;.()]{0,50})?\spar\s"
    r"[^,;.()]{0,60}$"
)
# "Au lycée Vauban, classé 3e": the participle says it of the name before it, whatever governs that.
_PARTICIPLE = lazy(r"(?:classee?s?|placee?s?|arrivee?s?|sacree?s?)\s")
_RANK_ALONE = lazy(r"\s*[,.;)]|\s+et\s|\s*$")
_RIVAL = lazy(
    r"\b(?:devant|derriere|apres|avant|hauteur\s(?:de|du|d')|egalite\savec|devanc\w+|talonn\w+|rejoin\w+|rattrap\w+|"
    r"suivie?s?\s(?:de|du|d'|par)|"
    r"contre)\s?(?:l[ae]s?\s|l')?(?:[a-z-]+\s){0,2}(?:d[eu]\s|des\s|d')?$"
)


def adjacent(s: Site) -> Words | None:
    """The name that a bracketed or apposed rank follows: "Castelnau (58e)", "Nuvéa, 37e"."""
    if not s.before:
        return None
    last = s.before[-1]
    if last.oblique and is_context(s.scan, last):
        return None
    gap = s.scan.plain[last.end : s.c.start]
    if (
        s.inherited is not None
        and gap.strip() == ","
        and s.scan.plain[last.start : last.end] in _RANKING_SOURCES
    ):
        return s.inherited  # "Le Figaro la situe 21e et L'Étudiant, 18e"
    if s.inherited is not None and last.kind == "other" and gap.strip() == "," and _is_where(s, last):
        return s.inherited  # "première en Tunisie, neuvième en Afrique"
    sourced = last.oblique and SOURCED.search(s.scan.plain, max(s.start, last.start - 120), last.start)
    if sourced and "," in gap:
        return None  # "selon le classement de Forbes, la 2e banque du pays": who says so
    if s.c.rule in _NOMINAL and last.kind == "name" and _COMMA.fullmatch(gap):
        return last.start, last.end
    if last.kind == "name" and _COMMA.fullmatch(gap) and _PARTICIPLE.match(s.scan.plain, s.c.start):
        return last.start, last.end
    if (
        s.c.rule == "continued"
        and last.kind == "name"
        and gap == ", "
        and _RANK_ALONE.match(s.scan.plain, s.c.end)
        and (_RIVAL.search(s.scan.plain, max(s.start, last.start - 40), last.start))
    ):
        return last.start, last.end
    if last.kind == "other" and is_discipline(s.scan.plain[last.start : last.end]):
        return None  # "l'AVC (9e)": a field is never who is ranked
    owner = last.oblique and _OWNER.search(s.scan.plain, max(s.start, last.start - 8), last.start)
    if last.kind == "name" and not owner and _BY_NOW.fullmatch(gap):
        return last.start, last.end
    pattern = _APART if s.c.rule in _APPOSITIONS else _BESIDE if s.c.rule == "ex aequo" else _BRACKETED
    if pattern.fullmatch(gap) or (
        last.oblique
        and not gap.strip()
        and _FOLLOWED.search(s.scan.plain, max(s.start, last.start - 24), last.start)
    ):
        return last.start, last.end
    return None


def _is_where(s: Site, phrase: Phrase) -> bool:
    """Whether an unknown phrase says where the position before it is held, not who is placed."""
    if not s.earlier:
        return False
    end = s.earlier[-1].end
    return phrase.start < end or _SCOPE_TO.fullmatch(s.scan.plain, end, phrase.start) is not None


# "suivi du CHU de B en cinquième position": who is governed here is who is placed.
_FOLLOWED = lazy(
    r"\b(?:suivie?s?|precedee?s?|devancee?s?|talonnee?s?)\s(?:de\s|d'|du\s|des\s|par\s)(?:l[ae]s?\s|l')?$"
)


_BESIDE_BRACKET = lazy(
    r"(?:[,:;]|\bet|\b[Ss]uiv(?:i|ie|ent|it)(?:\sde)?|\bdevant|\bderri[eè]re|\bpuis)\s(?:l[ae]s?\s|l[’'])?"
    r"(?P<name>[A-ZÀ-Þ][\w’'&-]*(?:\s(?:d[’']|de\s|du\s|des\s)?[\w’'&-]+){0,3})\s?\(\s?$"
)
# "Elle devance toujours Adrasta, troisième"
_BEATEN = lazy(
    r"\b(?:devan(?:ce|cent|çant|t)|derri[eè]re|talonne(?:nt)?|précède(?:nt)?|"
    r"bat(?:tent)?)\s(?:[a-zà-ÿ]+\s)?(?:l[ae]\s|l[’'])?"
    r"(?P<name>[\w][\w’'&-]*(?:\s(?:d[’']|de\s|du\s|des\s)?[\w’'&-]+){0,3}),\s$"
)
# "devant les équipes de Bretagne, 2e, et d'Occitanie, 3e", "deux autres y figurent : Altéa, 402e"
_BESIDE_COMMA = lazy(
    r"(?:[:,;]|\bet|\bdevant|\bderri[eè]re)\s(?:(?:d[eu]|des|d[’']|l[ae]s?|l[’'])\s?){0,2}"
    r"(?P<name>[A-ZÀ-Þ][\w’'&-]*(?:\s(?:d[’']|de\s|du\s|des\s)?[\w’'&-]+){0,2}),\s$"
)
_HEADS_SENTENCE = lazy(
    r"[«“\"\s]*(?P<name>[A-ZÀ-Þ][\w’'&.-]*(?<!é)(?<!ée)(?<!s)(?:\s[A-ZÀ-Þ&][\w’'&.-]*){0,3}),\s$"
)


def unknown_beside(s: Site) -> Words | None:
    """Capitalised words, no name found before, that the rank is said of: "Suivent Adrasta (92e)"."""
    text = s.scan.doc.text
    if s.c.rule == "parenthesis":
        base = max(s.start, s.c.start - 80)
        m = _BESIDE_BRACKET.search(text[base : s.c.start])
        return (base + m.start("name"), base + m.end("name")) if m else None
    if m := _BEATEN.search(text, max(s.start, s.c.start - 70), s.c.start):
        return m.span("name")
    if (
        s.c.rule in {"apposed", "continued", "gapped"}
        and _RANK_ALONE.match(s.scan.plain, s.c.end)
        and (m := _BESIDE_COMMA.search(text, max(s.start, s.c.start - 60), s.c.start))
    ):
        return m.span("name")
    if s.c.rule in {"ranked noun", "number one"} and not s.before and s.c.start - s.start < 60:
        m = _HEADS_SENTENCE.fullmatch(text[s.start : s.c.start])
        return (s.start + m.start("name"), s.start + m.end("name")) if m else None
    return None
