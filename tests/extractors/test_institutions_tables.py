"""Names in the cells of tables."""

from __future__ import annotations

import pytest

from marked_institutions import institutions, spans


@pytest.mark.parametrize(
    "text",
    [
        "Rang\tEntreprise\tDemandes\n1er\tAurex\t84\n2e\tTorvane & Cie\t81\n",
        "Rang | Société | Part\n1 | Aurex | 8 %\n2 | Torvane & Cie | 6 %\n",
        "| Fournisseur | Note |\n| Aurex | 16,9 |\n| Torvane & Cie (Loire) | 15 |\n",
    ],
)
def test_columns_of_bodies(text: str) -> None:
    assert spans(text) == ["Aurex", "Torvane & Cie"]


def test_the_header_gives_the_kind() -> None:
    found = institutions("Rang\tUniversité\n1\tAurex\n2\tTorvane\n")
    assert {m.kind for m in found} == {"education"}


@pytest.mark.parametrize(
    "text",
    [
        "Rang\tVille\tNote\n1er\tAurex\t84\n2e\tTorvane\t81\n",
        "Métier | Offres\nSoudeur | 120\nConducteur | 80\n",
        "Accueil | Entreprise\n\nAurex gagne.",
    ],
)
def test_other_columns(text: str) -> None:
    assert not [s for s in spans(text) if s != "Aurex"] or "Aurex gagne" not in text
    assert "Torvane" not in spans(text)
