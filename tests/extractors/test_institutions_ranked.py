"""Names in lists of ranks."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a body that the rules know is among them
        (
            "Les plus visités\n\n1. Musée d'Orsay : 3 millions\n2. Château des Roches Noires : 2 millions",
            ["Musée d'Orsay", "Château des Roches Noires"],
        ),
        (
            "Les radios du littoral\n\n3e\tNRJ\t7,7 %\t=\n4e\tMarée Haute\t5,0 %\t+0,3 pt",
            ["NRJ", "Marée Haute"],
        ),
        # a legal form, a heading
        (
            "La saison\n\n2ème – Huileries du Cap-Bon : 17.850 tonnes (4ème)\n3ème – Carthage Olives SA : 15.020",
            ["Huileries du Cap-Bon", "Carthage Olives SA"],
        ),
        (
            "Palmarès des entreprises\n\n1er - Moulins du Val (Sfax) : 12 tonnes\n2e - Verdoise Bois : 9 tonnes",
            ["Moulins du Val", "Verdoise Bois"],
        ),
        # towns, people, steps, events
        ("Les villes\n\n1. Rennes : 12 points\n2. Le Mans : 11 points\n3. Saint-Brieuc : 9 points", []),
        ("Les joueurs\n\n1. Jean Petit (Nantes) : 12 points\n2. Paul Grand (Lens) : 11 points", []),
        ("La recette\n\n1. Préparer la terre : une heure\n2. Semer les graines : deux heures", []),
        ("Le programme\n\n1. La Nuit des étoiles : 20 h\n2. Les Petits Pas du soir : 21 h", []),
        ("Un seul\n\n1. Moulins du Val : 12 tonnes\n\nLe reste suit.", []),
    ],
)
def test_ranked_names(rules_only: Pipeline, text: str, names: list[str]) -> None:
    assert [i.name for i in rules_only(text).institutions] == names
