"""Subjects of rankings: names, pronouns, common nouns, and what has none."""

from __future__ import annotations

import re

import pytest

from communique.extractors.rankings import extract_rankings
from communique.link.rankings import link_rankings
from communique.mentions import Found, InstitutionMention, PersonMention
from communique.pipeline import Source, segment
from communique.records import Institution, InstitutionKind, Person, Span

KINDS: dict[str, InstitutionKind] = {
    "École": "education", "Université": "education", "Institut": "education", "Banque": "company",
    "Laboratoire": "research", "CHU": "health", "Association": "association", "SMICTOM": "local_authority",
}  # fmt: skip


def subjects(marked: str) -> list[str | None]:
    """Names of the subjects; ``[X]`` marks an institution, ``<X>`` a person."""
    text, spans = "", list[tuple[int, int, str]]()
    for part in re.split(r"(\[[^]]*\]|<[^>]*>)", marked):
        if part[:1] in {"[", "<"} and len(part) > 2:
            spans.append((len(text), len(text) + len(part) - 2, part[0]))
            part = part[1:-1]
        text += part
    found = Found()
    names: dict[str, list[Span]] = {}
    people: dict[str, list[Span]] = {}
    for start, end, mark in spans:
        name = text[start:end]
        if mark == "[":
            found.institutions.append(InstitutionMention(start=start, end=end, name=name, rule="test"))
            names.setdefault(name, []).append(Span(start=start, end=end))
        else:
            found.people.append(PersonMention(start=start, end=end, name=name, rule="test"))
            people.setdefault(name, []).append(Span(start=start, end=end))
    institutions = [
        Institution(id=f"i{n}", name=name, kind=KINDS.get(name.split()[0], "company"), mentions=tuple(where))
        for n, (name, where) in enumerate(names.items(), 1)
    ]
    persons = [
        Person(id=f"p{n}", name=name, mentions=tuple(where))
        for n, (name, where) in enumerate(people.items(), 1)
    ]
    doc = segment(Source(text))
    found.rankings = list(extract_rankings(doc, found))
    by_id = {i.id: i.name for i in institutions} | {p.id: p.name for p in persons}
    return [by_id.get(r.subject or "") for r in link_rankings(doc, found, institutions, persons)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # named in the sentence
        ("[École Navarre] est classée 3e.", ["École Navarre"]),
        ("L'[Université Alpha], devant l'[Université Bêta], est 3e.", ["Université Alpha"]),
        ("Le classement place l'[École Navarre] au 5e rang.", ["École Navarre"]),
        ("Au 7e rang, [Veristone] authentifie les pierres.", ["Veristone"]),
        ("Première du classement, [Cryobiome] congèle le microbiote.", ["Cryobiome"]),
        ("<Léa Martin> monte sur le podium.", ["Léa Martin"]),
        ("Les membres du club [Robotik] décrochent la deuxième place.", ["Robotik"]),
        # brackets, appositions, respectively
        ("L'[École Navarre] talonne l'[Université Bêta], 37e du classement.", ["Université Bêta"]),
        ("Palmarès : l'[École Navarre] (7e) devance l'[Université Bêta] (9e).",
         ["École Navarre", "Université Bêta"]),
        ("Au classement, l'[Université Alpha] et l'[Université Bêta] sont respectivement 6e et 24e.",
         ["Université Alpha", "Université Bêta"]),
        # one subject for several positions
        ("L'[École Navarre] est 3e en France et 7e en Europe.", ["École Navarre"] * 2),
        # pronouns
        ("L'[École Navarre] progresse. Elle pointe au 9e rang.", ["École Navarre"]),
        ("L'[Institut Forez] accueille <Anne Roy> et la [Banque Sud]. Il est 4e.", ["Institut Forez"]),
        ("L'[École Navarre] publie. Elle recrute. Elle est 4e.", ["École Navarre"]),
        ("L'[École Navarre] est saluée. Le magazine [Capital] l'a classée 7e.", ["École Navarre"]),
        ("[École Navarre]\n\n« Nous sommes 31es sur 35 », dit <Anne Roy>.", ["École Navarre"]),
        # common nouns
        ("L'[École Navarre] et la [Banque Sud] signent. L'école est 4e, la banque 5e.",
         ["École Navarre", "Banque Sud"]),
        ("L'[Université Alpha] soutient le [Laboratoire Hydro]. Le laboratoire pointe au 1er rang.",
         ["Laboratoire Hydro"]),
        ("Le [CHU Vaucel] recrute. L'établissement occupe la 17e place.", ["CHU Vaucel"]),
        ("Le <Paul Roux> gagne. <Anaïs Bris> est suivie. La Brestoise était 45e l'an dernier.",
         ["Anaïs Bris"]),
        ("[Solvantis] recrute. Le chimiste est 7e du classement Choiseul 2024 et parmi les 20 premiers.",
         ["Solvantis"] * 2),
        ("[Solvantis] recrute. Troisième groupe français, il exporte.", ["Solvantis"]),
        ("L'[École Navarre] finit derrière l'[Université Bêta] (1er prix).", ["Université Bêta"]),
        ("[CHU Vaucel]\n\nLe [CHU] est classé 4e.", ["CHU Vaucel"]),
        # what the article is about
        ("[École Navarre] : les classements\n\n- Challenges : 17e\n- Eduniversal : 3e",
         ["École Navarre"] * 2),
        ("[École Navarre]\n\nClassement\n2022 : 14e\n2023 : 10e", ["École Navarre"] * 2),
        ("[École Navarre]\n\nPalmarès\n• 1re : [Néomia], 0 €\n• 2e : [Crédit Sud], 27 €",
         ["Néomia", "Crédit Sud"]),
    ],
)  # fmt: skip
def test_subject(marked: str, expected: list[str]) -> None:
    assert subjects(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "L'[École Navarre] recrute. La Belgique termine 8e du classement.",
        "L'[Association Vélo] publie son baromètre. Arcy est 8e.",
        "L'[Association Vélo] publie son baromètre. La commune pointe au 4e rang.",
        "L'[École Navarre] recrute. La région passe du 9e au 7e rang national.",
        "[École Navarre]\n\n- Eduniversal : 3e pour le MSc Finance durable, au classement",
        "[École Navarre] : trois disciplines sur le podium\n\nTrois disciplines sont sur le podium.",
        "Rang\tVille\n1re\tLa Rochelle, au classement de l'[Association Vélo]",
    ],
)
def test_no_subject(marked: str) -> None:
    assert set(subjects(marked)[-1:]) == {None}
