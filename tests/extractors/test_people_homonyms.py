"""Names that look like forms of address, initials among names, names lent to things in the plural."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Après avoir écouté Henri Maître, professeur émérite, ils votent.", ["Henri Maître"]),
        ("Ils ont écouté Maître Paul Grand hier.", ["Paul Grand"]),
        ("Avec Jean M. Petit et Paul Grand.", ["Jean M. Petit", "Paul Grand"]),
        ("Avec Jean Petit, M. Durand et Mme Roy.", ["Jean Petit", "Durand", "Roy"]),
        ("Sont venus Luc Roy (génie), Zblu Halléx (génie des TI) et Paul Grand (chimie).",
         ["Luc Roy", "Zblu Halléx", "Paul Grand"]),
        ("La certification Marine Zéro est remise.", []),
        ("Les lycées Jean Moulin et Marie Curie fusionnent.", []),
        ("Des élèves des établissements Paul Éluard de Brest (Finistère) et Romain Rolland d’Ivry visitent.", []),
        ("Les stades Pierre Mauroy de Lille et Geoffroy Guichard rouvrent.", []),
        ("Le lycée Jean Moulin et Marie Curie-Roy, proviseure, sont cités.", ["Marie Curie-Roy"]),
        ("La secrétaire générale de la CGT Anne Petit parle.", ["Anne Petit"]),
        ("L'ex-président du MEDEF Paul Grand a témoigné.", ["Paul Grand"]),
        ("Le directeur de l'IRT Jules Verne est venu.", []),
        ("12 rue du Docteur Roux, boulevard du Maréchal Foch, rue du Dr Calmette.", []),
        ("L'école du Général Leclerc, avenue du Général de Gaulle.", []),
        ("Le laboratoire du Pr Roux et le docteur Grand publient.", ["Roux", "Grand"]),
        ("L'avis du maréchal Foch compte.", ["Foch"]),
        ("Le ferry Jean Nicoli et le robot Anne Petit partent.", []),
        ("L'ancienne garde des Sceaux Anne Petit préside.", ["Anne Petit"]),
        ("Hervé Petit (LR), Martial Grand (LR) et Aude Roux sont venus.", ["Hervé Petit", "Martial Grand", "Aude Roux"]),
        ("Les Vallées de l'Aude et la fusée Ariane 6 sont citées.", []),
        ("Le préfet de la région Grand Est, Jacques Petit, est venu.", ["Jacques Petit"]),
        ("Le président du département Paul Grand est venu.", ["Paul Grand"]),
    ],
)  # fmt: skip
def test_names(text: str, names: list[str], pipeline: Pipeline) -> None:
    assert [p.name for p in pipeline(text).people] == names
