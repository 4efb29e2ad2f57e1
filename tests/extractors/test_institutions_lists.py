"""The word lists and registers that institutions are read with: every entry can be used."""

from __future__ import annotations

import runpy
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest

from communique.extractors.institutions.head_nouns import heads
from communique.extractors.institutions.words import ROOM
from communique.gazetteer import (
    bodies,
    listed_forms,
    lower_bodies,
    places,
    registered,
    registry_key,
    split_words,
)
from communique.lexicon import lines
from communique.records import InstitutionKind

KINDS = set(get_args(InstitutionKind))


def test_head_nouns_have_a_kind_and_known_flags() -> None:
    for entries in heads().values():
        for head in entries:
            assert head.kind in KINDS, head
            assert set(head.flags) <= set("inoplwmfhdx"), head


@pytest.mark.parametrize("name", ["suffixes.txt", "company_nouns.txt"])
def test_paired_lists(name: str) -> None:
    for line in lines(ROOM, name):
        word, kind = (part.strip() for part in line.split("|"))
        assert word
        assert kind in KINDS, line


def test_listed_bodies() -> None:
    listed = bodies()
    tables = ((first, listed[first]) for first in listed), lower_bodies().items()
    for first, entries in chain.from_iterable(tables):
        for body in entries:
            assert body.words[0] == first
            assert body.words == split_words(body.form)
            assert body.kind in KINDS, body


def test_index_of_listed_bodies_is_fresh() -> None:
    """``python scripts/build_bodies.py`` was run after the last change of the lists."""
    script = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "build_bodies.py"))
    assert (script["LISTS"] / "index.txt").read_text("utf-8") == script["index"]()
    assert all(kind in KINDS for _, kind, _ in script["listed"]())


def test_forms_of_a_listed_body() -> None:
    cnrs = next(b for b in bodies()["cnrs"] if b.form == "CNRS")
    assert set(cnrs.forms) >= {"CNRS", "Centre national de la recherche scientifique"}
    assert [b.name for b in bodies().untitled("figaro") if b.form == "Figaro"] == ["Le Figaro"]
    assert "biomerieux" in bodies().uncapitalised
    assert bodies().get("argolis") == ()
    assert "argolis" not in bodies()


def test_registry() -> None:
    assert registered("Université de Strasbourg") == ("00pg6eq24", "education")
    assert registered("université  de strasbourg") == ("00pg6eq24", "education")
    assert registered("Université de Valmorin") is None
    assert registered("") is None
    assert set(listed_forms("ESA")) >= {"Agence spatiale européenne"}
    assert listed_forms("Argolis") == ()


def test_places_are_folded() -> None:
    assert {"nimes", "saint etienne", "cote d ivoire"} <= places()
    assert all(registry_key(place) == place for place in places())
