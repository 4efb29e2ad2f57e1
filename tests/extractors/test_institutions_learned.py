"""The learned model of names: what it adds to the rules, what it refuses, its weights and their training."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripts import train_institutions as training

from communique import pipeline
from communique.extractors import EXTRACTORS
from communique.extractors.institutions.candidates import Context
from communique.extractors.institutions.learned import Reading, Verdict, liken, read_weights, weights
from communique.extractors.institutions.learned_words import word_features, word_kinds
from communique.extractors.institutions.words import Words
from communique.mentions import Found, InstitutionMention
from communique.pipeline import Pipeline, extract, segment
from communique.read import Source

OPENING = "Loire économie\n\nLes élus ont voté le budget. "
NAMES = EXTRACTORS[:3]


def bodies(text: str) -> list[InstitutionMention]:
    doc = segment(Source(OPENING + text))
    doc.name_weights = weights()
    return list(extract(doc, None, NAMES).institutions)


def surfaces(text: str) -> list[str]:
    return [(OPENING + text)[m.start : m.end] for m in bodies(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Me Odile Ferrand, avocate de Garrigues à Pied, a plaidé la prudence.", "Garrigues à Pied"),
        ("Élue à la tête d'Un Pas de Côté, Jeanne Vidal veut ouvrir les ateliers.", "Un Pas de Côté"),
        ("« Rien n'avance », déplore Jeanne Vidal, déléguée CGX.", "CGX"),
        ("Les salariés de Kubéa reçoivent une prime.", "Kubéa"),
        ("Le comité de Marées Hautes s'est réuni hier soir.", "Marées Hautes"),
        ("L'étude a été réalisée par Ormalys auprès de 800 foyers.", "Ormalys"),
        ("La direction de Malivert dément toute fermeture.", "Malivert"),
        ("Le titre de Kubéa s'est envolé.", "Kubéa"),
        ("Louise Marat et Paul Grandin, PDG de Kubéa, ont signé l'accord.", "Kubéa"),
        ("Kubéa utilise ces données depuis 2019.", "Kubéa"),
        ("Le service a été développé par Kubéa.", "Kubéa"),
    ],
)
def test_bodies(text: str, name: str) -> None:
    assert surfaces(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Le navire Petrelle a quitté le port.",
        "Le programme Avenirs Ouverts forme des jeunes.",
        "La Course des Tourbières a réuni huit cents personnes.",
        "Publiée dans Marine Letters, l'étude porte sur trois espèces.",
        "La Norvégienne Astrid Solheim l'emporte.",
        "Le train traverse Castelroux sans s'arrêter.",
        "Depuis Castelroux, le trajet dure une heure.",
        "Aux portes de Castelroux, un lotissement grandit.",
        "Le virus Nimbala a fait trois victimes.",
        "Baptisé Cartéo, le robot pèse douze kilos.",
        "Le Ministre des Mines et le Chef de l'État étaient présents.",
        "Le Trophée des Vergers a été remis à Jeanne Vidal.",
        "L'album Fleur de craie sort vendredi.",
        "Sous Orphéa 3, le calcul prend deux minutes.",
        "L'accord de partenariat durable (APD) expire en mai.",
        "Les agents utilisent Tornelle depuis janvier.",
        "Tornelle 4.2 est disponible sous licence libre.",
        "La plateforme Tornelle facilite la vie des aidants.",
        "Le téléservice Mes Aides Torvales ferme en juin.",
        "Les inscriptions se font sur MonDossierTorval jusqu'au 3 mai.",
        "L'application est compatible avec Tornelle et Pyralix.",
        "Paul Vidal, directeur technique national (DTN), confirme.",
    ],
)
def test_no_bodies(text: str) -> None:
    assert surfaces(text) == []


def test_a_name_that_the_rules_cut_is_read_whole_and_says_who_decided() -> None:
    text = OPENING + "Me Odile Ferrand, avocate de Garrigues à Pied, a plaidé la prudence."
    (body,) = Pipeline(model=None, weights=None)(text).institutions
    assert body.name == "Garrigues"
    (mention,) = bodies("Me Odile Ferrand, avocate de Garrigues à Pied, a plaidé la prudence.")
    assert (mention.name, mention.rule) == ("Garrigues à Pied", "learned")


@pytest.mark.parametrize(
    "text", ["Les lauréats :\n1. Ormalys\n2. Kubéa\n3. Trenso", "Le prix va à Ormalys, à Kubéa et à Trenso."]
)
def test_names_of_one_enumeration_speak_for_one_another(text: str) -> None:
    ctx = Context(Words(segment(Source(text))), Found())
    at = [ctx.w.text.index(name) for name in ("Ormalys", "Kubéa", "Trenso")]
    found = [Verdict(Reading([(i, i + 1)]), t, None) for i, t in zip(at, (2.0, -0.5, 2.0), strict=True)]
    liken(ctx, found)
    assert all(v.total > 0 for v in found)
    apart = [Verdict(Reading([(at[0], at[0] + 1)]), -0.5, None)]
    liken(ctx, apart)
    assert apart[0].total == -0.5


def test_what_a_name_weighs_goes_with_the_weights() -> None:
    text = OPENING + "Les salariés de Kubéa reçoivent une prime."
    first = Pipeline(weights=weights())(text).institutions
    none = Pipeline(weights={"bias": -9.0})(text).institutions
    assert [i.name for i in first] == ["Kubéa"]
    assert not none
    assert Pipeline(weights=weights())(text).institutions == first


def test_rows_of_places() -> None:
    assert surfaces("\n\nÉtapes :\n1. Castelroux\n2. Salins\n3. Verdun-le-Haut") == []


def test_without_a_model_no_weights_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> dict[str, float]:
        raise AssertionError("weights read")

    monkeypatch.setattr(pipeline, "weights", refuse)
    assert Pipeline(model=None)("Les salariés de Kubéa reçoivent une prime.").institutions
    with pytest.raises(AssertionError, match="weights read"):
        Pipeline()("Les salariés de Kubéa reçoivent une prime.")


def test_no_weights_at_all_leave_the_rules_alone() -> None:
    text = OPENING + "Les salariés de Kubéa et le comité de Marées Hautes ont signé."
    bare = Pipeline(weights={}).draft(Source(text)).found.institutions
    assert bare == Pipeline(model=None).draft(Source(text)).found.institutions


@given(st.text(alphabet="AÉab. ,'’-\n()«»12de", max_size=120))
def test_spans_are_valid(text: str) -> None:
    doc = segment(Source(text))
    doc.name_weights = weights()
    for m in extract(doc, None, NAMES).institutions:
        assert 0 <= m.start < m.end <= len(text)
        assert text[m.start : m.end].strip() == text[m.start : m.end]


def small_examples() -> list[training.Example]:
    articles = [a for n, a in enumerate(training.sentence_articles(copies=1)) if n < 12]
    return list(training.examples(articles, "sentences"))


def test_training_is_reproducible(tmp_path: Path) -> None:
    first, second = (training.rounded(training.fit(small_examples())) for _ in range(2))
    assert first == second
    assert first
    path = tmp_path / "weights.txt"
    training.write(first, path)
    assert read_weights(path.read_text("utf-8")) == pytest.approx(first)


def test_training_learns_what_tells_bodies_apart() -> None:
    def example(body: bool, *features: str) -> training.Example:
        return training.Example("a", "X", dict.fromkeys(features, 1.0), body, 1.0)

    found = [example(True, "of:role", "bias"), example(False, "p:à", "bias")] * 20
    table = training.fit(found)
    assert table["of:role"] > 0 > table["p:à"]


def test_slots_are_filled_and_marked() -> None:
    name, text, mentions = next(training.sentence_articles(copies=1))
    assert name.startswith("sentences-")
    assert "{" not in text
    assert mentions
    assert all(text[a:b].strip() == text[a:b] for a, b in mentions)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Carrefour", ["wv=3", "wv:company"]),
        ("Béziers", ["wv=-3", "wv:place"]),
        ("Torvelane", []),  # a word that the list lacks tells nothing
        ("Radio Béziers", ["wvM=0", "wvX=3"]),
        ("Torvelane Béziers", ["wvM=-3", "wvX=-3"]),
    ],
)
def test_what_words_name(name: str, told: list[str]) -> None:
    w = Words(segment(Source(f"Selon {name}, rien ne change.")))
    assert word_features(w, 1, 1 + len(name.split())) == told


def test_the_list_of_what_words_name() -> None:
    kinds = {"association", "company", "media", "public", "first_name", "place", "surname", "word"}
    assert len(word_kinds()) > 10_000
    assert all(-3 <= odds <= 3 and kind in kinds for odds, kind in word_kinds().values())
