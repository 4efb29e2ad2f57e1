"""Functions told in a title, or of whoever is spoken of, and what names nobody there."""

from __future__ import annotations

import pytest

from marked_people import roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nîmes : la maire aurait voulu être prévenue\n\nAnne Petit, par la voix de son adjoint, a réagi.",
         {"Anne Petit": ["maire"]}),
        ("Québec : le ministre de la Santé sous pression\n\nPaul Petit ne recule pas.",
         {"Paul Petit": ["ministre de la Santé"]}),
        ("La maire de Nîmes appelle au calme\n\nAnne Petit a réagi mardi soir.",
         {"Anne Petit": ["maire de Nîmes"]}),
        ("La maire de Nîmes appelle au calme\n\nPaul Petit a réagi mardi soir.", {}),
        ("La maire de Nîmes appelle au calme\n\nAnne Petit, juriste, a réagi mardi soir.",
         {"Anne Petit": ["juriste"]}),
        ("Nîmes : la maire répond à Julie Roux\n\nAnne Petit a réagi mardi soir.", {}),
        ("Le point\n\nPaul Petit s'est entretenu avec son homologue belge Jean Roux. Le président français a "
         "promis une aide.", {"Paul Petit": ["président français"]}),
        ("Anne Petit, qui occupait le poste de directrice marketing de [[Nor]], rejoint [[Sud]] comme "
         "directrice adjointe.", {"Anne Petit": ["directrice marketing @ Nor", "directrice adjointe @ Sud"]}),
        ("Anne Petit, qui occupait le poste de directrice de [[Nor]], a vu [[Sud]].",
         {"Anne Petit": ["directrice @ Nor"]}),
        ("Anne Petit, députée apparentée [[LR]] dans la Loire, a parlé.",
         {"Anne Petit": ["députée apparentée LR dans la Loire"]}),
        ("Selon Anne Petit, ministre de la Santé en point de presse, tout va bien.",
         {"Anne Petit": ["ministre de la Santé"]}),
        ("Élève de Messiaen, organiste titulaire, Jean Petit enseigne.", {"Jean Petit": ["organiste titulaire"]}),
    ],
)  # fmt: skip
def test_told(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected
