"""Mentions to people: which short form is whose, what the record keeps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.document import Document
from communique.link.people import link_people, same_function
from communique.mentions import Found, PersonMention
from marked_people import people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Assia Tria parle. Mme Tria salue.", {"Assia Tria": "Mme"}),
        ("Le Pr Jean Martin et M. Martin", {"Jean Martin": "Pr"}),
        ("Sandrine Abgrall-Mendy parle, Mme Abgrall aussi.", {"Sandrine Abgrall-Mendy": "Mme"}),
        ("Hubert de Saint-Aignan rit, M. de Saint-Aignan aussi.", {"Hubert de Saint-Aignan": "M."}),
        ("Anne Petit-Roux est là. Anne Petit sourit.", {"Anne Petit-Roux": None}),
        ("Anne Petit et Paul Petit arrivent. M. Petit rit.", {"Anne Petit": None, "Paul Petit": "M."}),
        ("M. Paul Petit arrive. Mme Petit rit.", {"Paul Petit": "M.", "Petit": "Mme"}),
        ("Anne d’HAUTERIVES arrive. Anne d’Hauterives rit.", {"Anne d’Hauterives": None}),
        ("Anne Petit, P. Roux signent, dont Dr A. Petit.", {"Anne Petit": "Dr"}),
        ("Mme Verdier explique.", {"Verdier": "Mme"}),
    ],
)
def test_who_is_who(text: str, expected: dict[str, str | None]) -> None:
    assert {p.name: p.civility for p in people(text)} == expected


def test_ids_follow_the_first_mention() -> None:
    found = people("Mme Petit parle à Paul Grand. Anne Petit conclut.")
    assert [(p.id, p.name) for p in found] == [("p1", "Anne Petit"), ("p2", "Paul Grand")]
    assert all(p.rule for p in found)
    assert [m.start for m in found[0].mentions] == sorted(m.start for m in found[0].mentions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit, directrice de [[X]], rit. « Oui », dit Anne Petit, directrice.", [("directrice", "X")]),
        ("Anne Petit, directrice, rit. La directrice générale de [[X]], Anne Petit, part.",
         [("directrice générale", "X")]),
        ("Anne Petit, présidente de [[X]], présidente de [[Y]].", [("présidente", "X"), ("présidente", "Y")]),
        ("Anne Petit, maire de Nîmes et députée.", [("maire de Nîmes", None), ("députée", None)]),
    ],
)  # fmt: skip
def test_a_function_is_kept_once(text: str, expected: list[tuple[str, str | None]]) -> None:
    (person,) = people(text)
    assert [(r.title, r.institution) for r in person.roles] == expected


def test_same_function() -> None:
    assert same_function("Directrice", "directrice générale")
    assert not same_function("directrice", "vice-directrice")
    assert not same_function("maire de Nîmes", "maire d'Alès")


def test_a_person_inside_an_institution_is_none() -> None:
    assert people("La [[Fondation Anne Petit]] écrit.") == ()


_NAMES = st.lists(
    st.sampled_from(["Anne Petit", "Petit", "A. Petit", "Petit-Roux", "Paul Petit", "Zoé"]), max_size=8
)


@given(_NAMES, st.lists(st.sampled_from([None, "M.", "Mme", "Pr"]), min_size=8, max_size=8))
def test_each_mention_has_one_owner(names: list[str], civilities: list[str | None]) -> None:
    text, mentions = "", []
    for name, civility in zip(names, civilities, strict=False):
        mentions.append(
            PersonMention(start=len(text), end=len(text) + len(name), name=name, civility=civility, rule="t")
        )
        text += name + " "
    linked = link_people(Document(text), Found(people=mentions), ())
    spans = [(s.start, s.end) for p in linked for s in p.mentions]
    assert sorted(spans) == [(m.start, m.end) for m in mentions]
    assert [p.id for p in linked] == [f"p{n}" for n in range(1, len(linked) + 1)]
