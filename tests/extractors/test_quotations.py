from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.document import Document
from communique.extractors.quotations import extract_quotations
from communique.extractors.quotations.verbs import (
    FINITE,
    GERUND,
    INFINITIVE,
    PARTICIPLE,
    conjugate,
    form,
    verbs,
)
from communique.link.quotations import link_quotations
from communique.mentions import Found
from communique.pipeline import Pipeline
from communique.records import Quotation, Section, Sentence

TITLE = "Une rentrée sous le signe de l'eau\n\n"


def read(pipeline: Pipeline, text: str) -> list[tuple[str, str | None, str | None]]:
    """(words, speaker's name, cue) of each quotation."""
    article = pipeline(TITLE + text)
    names = {x.id: x.name for x in (*article.people, *article.institutions)}
    return [(q.text, names.get(q.speaker or ""), q.cue) for q in article.quotations]


def one(pipeline: Pipeline, text: str) -> Quotation:
    (quotation,) = pipeline(TITLE + text).quotations
    return quotation


MARTIN = "Jean Martin"
DUPONT = "Marie Dupont"


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue"),
    [
        # incises
        ("« Tout est prêt », explique Jean Martin.", "Tout est prêt", MARTIN, "explique"),
        ("« Tout est prêt ! » s'exclame Jean Martin.", "Tout est prêt !", MARTIN, "s'exclame"),
        ("« Tout est prêt », a pour sa part assuré Jean Martin.", "Tout est prêt", MARTIN, "a pour sa part assuré"),
        ("« Tout est prêt », avait prévenu dès mars Jean Martin.", "Tout est prêt", MARTIN, "avait prévenu"),
        ("« Tout est prêt », a tenu à souligner Jean Martin.", "Tout est prêt", MARTIN, "a tenu à souligner"),
        ("« Tout est prêt », a fait savoir la Ville de Nîmes.", "Tout est prêt", "Ville de Nîmes", "a fait savoir"),
        ("« Tout est prêt », confie le maire de Nîmes, Jean Martin.", "Tout est prêt", MARTIN, "confie"),
        ("« Tout est prêt », tweete Jean Martin.", "Tout est prêt", MARTIN, "tweete"),
        ("« Tout est prêt », lance une mère.", "Tout est prêt", None, "lance"),
        ("« Tout est prêt », selon Jean Martin.", "Tout est prêt", MARTIN, "selon"),
        ("« Tout est prêt », se félicite-t-on à la Ville de Nîmes.", "Tout est prêt", "Ville de Nîmes", "se félicite"),
        ("« Tout est prêt », peut-on lire dans le rapport de la Ville de Nîmes.", "Tout est prêt", "Ville de Nîmes",
         "peut-on lire"),
        # before the marks
        ("Jean Martin tempère : « Rien n'est joué. »", "Rien n'est joué.", MARTIN, "tempère"),
        ("Réplique de M. Jean Martin : « Rien n'est joué. »", "Rien n'est joué.", MARTIN, "Réplique"),
        ("Et Jean Martin de conclure : « Rien n'est joué. »", "Rien n'est joué.", MARTIN, "conclure"),
        ("Jean Martin, maire de Nîmes : « Rien n'est joué. »", "Rien n'est joué.", MARTIN, None),
        ("Jean Martin l'assure : « Tout sera prêt. »", "Tout sera prêt.", MARTIN, "assure"),
        ("Selon Jean Martin, la mesure « ne tient pas debout ».", "ne tient pas debout", MARTIN, "Selon"),
        ("Pour Jean Martin, maire de Nîmes, « rien n'est joué ».", "rien n'est joué", MARTIN, "Pour"),
        ("Comme le souligne Jean Martin, « rien n'est joué ».", "rien n'est joué", MARTIN, "souligne"),
        ("Jean Martin dénonce une « double peine ».", "double peine", MARTIN, "dénonce"),
        ("Jean Martin se dit « très inquiet ».", "très inquiet", MARTIN, "se dit"),
        ("Jean Martin invite chacun à « relire ses classiques ».", "relire ses classiques", MARTIN, "invite"),
        ("Interrogé hier, Jean Martin a reconnu « des erreurs ».", "des erreurs", MARTIN, "a reconnu"),
        ("La mesure a été jugée « absurde » par Jean Martin.", "absurde", MARTIN, "jugée"),
        ("C'est l'avis de Jean Martin, pour qui « rien n'est joué ».", "rien n'est joué", MARTIN, "pour"),
        ("Et l'adjointe de conclure : « Rien n'est joué. »", "Rien n'est joué.", None, "conclure"),
        ("Jean Martin a assuré mardi qu'« aucun arbitrage » n'est rendu.", "aucun arbitrage", MARTIN, "a assuré"),
        ("Il y a là, juge Jean Martin, « une chance à saisir ».", "une chance à saisir", MARTIN, "juge"),
        # signatures
        ("« Ce chantier nous engage tous. »\n— Jean Martin, maire de Nîmes", "Ce chantier nous engage tous.", MARTIN,
         None),
        ("« Ce chantier nous engage tous. »\n\nJean Martin, maire de Nîmes", "Ce chantier nous engage tous.", MARTIN,
         None),
        ("Jean Martin, maire de Nîmes\n« Ce chantier nous engage tous. »", "Ce chantier nous engage tous.", MARTIN,
         None),
    ],
)  # fmt: skip
def test_marked_words(
    rules_only: Pipeline, text: str, words: str, speaker: str | None, cue: str | None
) -> None:
    assert read(rules_only, text) == [(words, speaker, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Le ministère a annoncé le lancement du plan « Écoles ouvertes » dès la rentrée.",
        "La présidente a présenté le nouveau campus, baptisé « Les Terrasses », aux étudiants.",
        "L'université a obtenu le label « Bienvenue en France » pour la troisième fois.",
        "Les élèves ont joué leur pièce, « La Nuit des rois », devant 300 personnes.",
        "L'étude, intitulée « Vieillir au travail », porte sur 3 000 salariés.",
        "Ce dispositif, dit « de la deuxième chance », s'adresse aux décrocheurs.",
        "Une table ronde « Quel avenir pour la recherche ? » réunira des chercheurs.",
        "« Peut-on encore croire un graphique ? », par Jean Martin, journaliste. Jeudi, 18 h 30.",
        "Le thème retenu, « Habiter autrement », a séduit le jury.",
        "Les « gilets jaunes » ont défilé dans le calme.",
        "Les chercheurs ont identifié des gènes « sauteurs » chez le maïs.",
        "« Les Misérables » sera joué tout l'été.",
        "Le mot « crise » revient dans tous les discours.",
        "Création d'un atelier « Arts plastiques ». L'atelier « arts plastiques » ouvre lundi.",
        "La région a voté un budget « vert » de 30 millions d'euros.",
        "C'est ce qu'on appelle « la défense active ».",
    ],
)
def test_names_and_terms_are_no_quotations(rules_only: Pipeline, text: str) -> None:
    assert read(rules_only, text) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("« Nous avons, explique Jean Martin, tout essayé. »", ["Nous avons", "tout essayé."]),
        ("« C'est fait, sourit-elle. Nous verrons bien. »", ["C'est fait", "Nous verrons bien."]),
        ("« Nous avons », explique Jean Martin, « tout essayé. »", ["Nous avons", "tout essayé."]),
        (
            "« Tout va bien, insiste Jean Martin, directeur de l'école. Vraiment. »",
            ["Tout va bien", "Vraiment."],
        ),
    ],
)
def test_incise_is_cut_out(rules_only: Pipeline, text: str, parts: list[str]) -> None:
    q = one(rules_only, text)
    whole = TITLE + text
    assert [whole[p.start : p.end] for p in q.parts] == parts
    assert whole[q.start : q.end] == q.text


def test_two_sentences_around_an_incise_are_two_records(rules_only: Pipeline) -> None:
    text = "« Nous sommes prêts », explique Jean Martin. « Nos équipes aussi. »"
    assert read(rules_only, text) == [
        ("Nous sommes prêts", MARTIN, "explique"),
        ("Nos équipes aussi.", MARTIN, None),
    ]


def test_kinds(rules_only: Pipeline) -> None:
    assert one(rules_only, "« Tout est prêt », dit Jean Martin.").kind == "direct"
    assert one(rules_only, "Jean Martin dénonce une « double peine ».").kind == "mixed"
    assert one(rules_only, "Jean Martin dit que tout est prêt pour mardi.").kind == "indirect"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Jean Martin a annoncé que le projet serait livré en 2027.", "le projet serait livré en 2027", MARTIN),
        ("Jean Martin, qui préside le club, estime que rien n'est joué.", "rien n'est joué", MARTIN),
        ("Jean Martin rappelle, chiffres à l'appui, que tout coûtera trois millions.", "tout coûtera trois millions",
         MARTIN),
        ("Selon Jean Martin, le projet coûtera trois millions.", "le projet coûtera trois millions", MARTIN),
        ("D'après le maire de Nîmes, Jean Martin, le projet est fini.", "le projet est fini", MARTIN),
        ("Le projet coûtera trois millions, selon Jean Martin.", "Le projet coûtera trois millions", MARTIN),
        ("À en croire Jean Martin, le chantier est fini.", "le chantier est fini", MARTIN),
        ("De l'avis de Jean Martin, la réforme est trop tardive.", "la réforme est trop tardive", MARTIN),
        ("Du point de vue de Jean Martin, la réforme est trop tardive.", "la réforme est trop tardive", MARTIN),
        ("Pour Jean Martin, la réforme est trop tardive.", "la réforme est trop tardive", MARTIN),
        ("La réforme est trop tardive, juge Jean Martin.", "La réforme est trop tardive", MARTIN),
        ("Jean Martin précise : les travaux débuteront en mars.", "les travaux débuteront en mars", MARTIN),
        ("Réponse de Jean Martin : le chantier est fini.", "le chantier est fini", MARTIN),
        ("Jean Martin, qui arrive, lui oppose que rien n'est prêt.", "rien n'est prêt", MARTIN),
        ("Un avis que ne partage pas Jean Martin, pour qui le plan profite d'abord aux grands groupes.",
         "le plan profite d'abord aux grands groupes", MARTIN),
        ("Jean Martin a couru. Sur 800 m. Son coach, Marie Dupont, estime que tout est prêt.", "tout est prêt",
         DUPONT),
    ],
)  # fmt: skip
def test_indirect_speech(rules_only: Pipeline, text: str, words: str, speaker: str) -> None:
    (found,) = read(rules_only, text)
    assert found[:2] == (words, speaker)
    assert one(rules_only, text).kind == "indirect"


@pytest.mark.parametrize(
    "text",
    [
        "Ces résultats indiquent que le sol se réchauffe.",
        "Il faut rappeler que le sol se réchauffe.",
        "Rappelons que le sol se réchauffe.",
        "Les prix varient selon les régions, la saison et la demande.",
        "L'échantillon est construit selon la méthode des quotas.",
        "Jean Martin n'a pas confirmé que le projet était financé.",
        "Pour sa quatrième participation, l'école est classée sixième.",
        "Jean Martin n'a pas souhaité répondre.",
        "La note de synthèse que nous avons lue est longue.",
        "Jean Martin annonce : trois postes, un local et deux bus.",
        "Du point de vue de la qualité, la réforme est trop tardive.",
        "Jean Martin rappelle les règles : le chantier est fini.",
        "Jean Martin n'a pas précisé : le chantier est fini.",
        "Trois communes ont dit oui, la réponse de Jean Martin date de lundi.",
    ],
)
def test_no_indirect_speech(rules_only: Pipeline, text: str) -> None:
    assert read(rules_only, text) == []


def test_indirect_clause_stops_at_the_next_reporting_verb(rules_only: Pipeline) -> None:
    text = "Jean Martin estime que le budget est juste et rappelle que les dons baissent."
    assert [w for w, _, _ in read(rules_only, text)] == ["le budget est juste", "les dons baissent"]


def test_clause_ends_before_a_marked_one(rules_only: Pipeline) -> None:
    text = "Jean Martin assure que rien n'est encore prêt, mais que « chacun devra faire un effort »."
    assert [w for w, _, _ in read(rules_only, text)] == [
        "rien n'est encore prêt",
        "chacun devra faire un effort",
    ]


def test_a_line_of_dialogue_is_direct(rules_only: Pipeline) -> None:
    assert one(rules_only, "— La réforme est trop tardive, juge Jean Martin.").kind == "direct"
    assert one(rules_only, "Le vélo — la réforme est trop tardive, juge Jean Martin.").kind == "indirect"


def test_verb_broken_at_a_line_end(rules_only: Pipeline) -> None:
    assert one(rules_only, "« Tout est prêt », s'est félici-\ntée Marie Dupont.").cue == "s'est félici-\ntée"
    assert one(rules_only, "« Tout est prêt », dit Marie Dupont -\nà voix basse.").cue == "dit"


def test_interview_answers(rules_only: Pipeline) -> None:
    text = (
        "Jean Martin, maire de Nîmes, répond à nos questions.\n\nQue ferez-vous ?\n\n— Nous irons au bout du projet."
        "\n\nEt après ?\n\n— Nous verrons bien ensemble."
    )
    found = [(w, s) for w, s, _ in read(rules_only, text)]
    assert found == [("Nous irons au bout du projet.", MARTIN), ("Nous verrons bien ensemble.", MARTIN)]


def test_pull_quote_has_the_speaker_of_the_quotation_it_repeats(rules_only: Pipeline) -> None:
    text = "« Rien n'est joué »\n\n« Rien n'est joué, il faut tenir », prévient Jean Martin, le maire."
    assert [s for _, s, _ in read(rules_only, text)] == [MARTIN, MARTIN]


def test_unclosed_mark_is_a_warning(rules_only: Pipeline) -> None:
    article = rules_only(
        TITLE + "« Tout est prêt, dit Jean Martin. Nous irons loin.\n\nLe reste n'est pas cité."
    )
    assert [w.code for w in article.warnings] == ["unclosed_quotation"]
    assert f"offset {len(TITLE)}" in article.warnings[0].message
    assert [q.text for q in article.quotations] == ["Tout est prêt, dit Jean Martin. Nous irons loin."]


def test_each_quotation_names_its_rules(rules_only: Pipeline) -> None:
    q = one(rules_only, "« Tout est prêt », explique Jean Martin.")
    assert q.rule == "guillemets/incise/person_named"


def test_lexicon_is_large_and_has_strengths() -> None:
    assert len(verbs()) >= 150
    assert {v.strength for v in verbs()} == {"declarative", "evaluative", "thought"}


@pytest.mark.parametrize(
    ("word", "lemma", "mood"),
    [
        ("rappelle", "rappeler", FINITE), ("martèle", "marteler", FINITE), ("répètent", "répéter", FINITE),
        ("annonçait", "annoncer", FINITE), ("jugea", "juger", FINITE), ("soutiendra", "soutenir", FINITE),
        ("reconnaîtrait", "reconnaître", FINITE), ("renchérissent", "renchérir", FINITE),
        ("répondirent", "répondre", FINITE), ("craignait", "craindre", FINITE), ("balaie", "balayer", FINITE),
        ("promis", "promettre", PARTICIPLE), ("jugeant", "juger", GERUND), ("conclure", "conclure", INFINITIVE),
    ],
)  # fmt: skip
def test_forms(word: str, lemma: str, mood: int) -> None:
    found = form(word)
    assert found is not None
    assert found.verb.lemma == lemma
    assert found.moods & mood


@pytest.mark.parametrize("word", ["table", "a", "le", "mairie"])
def test_other_words_are_no_forms(word: str) -> None:
    assert form(word) is None


def test_conjugation_has_no_empty_form() -> None:
    assert all(w and w == w.strip() for v in verbs() for w, _ in conjugate(v.lemma.split()[0]))


PIECES = st.lists(
    st.sampled_from(
        ["«", "»", '"', "“", "”", "'", ",", ".", ":", "\n", "\n\n", "(", ")", "?", "—", "selon", "pour", "dit", "dit-il",
         "a déclaré", "que", "la maire", "Jean", "elle", "et", "de", "annonce", "Martin", "l'", "\x00", "\ud800", "12"]
    ),
    max_size=60,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(PIECES, st.sampled_from(["", " "]))
def test_any_text_gives_valid_spans(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    sections = tuple(
        Section(start=m.start(), end=m.end(), kind="paragraph") for m in re.finditer(r"\S(?:[^\n]*\S)?", text)
    )
    doc = Document(
        text, sections=sections, sentences=tuple(Sentence(start=s.start, end=s.end) for s in sections)
    )
    found = Found()
    found.quotations = sorted(extract_quotations(doc, found), key=lambda m: (m.start, m.end))
    for q in link_quotations(doc, found, (), ()):
        for span in (q, *q.parts):
            surface = text[span.start : span.end]
            assert surface
            assert surface == surface.strip()
        assert q.text == text[q.start : q.end]
        assert (q.parts[0].start, q.parts[-1].end) == (q.start, q.end)
