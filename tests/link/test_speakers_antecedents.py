"""Whom a pronoun or a noun takes up, among several who could be meant: the subject, not who is only mentioned."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline
from marked_speakers import speakers

PANNE = "Facebook a connu lundi une panne. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # only mentioned: after a preposition, with a function or without
        ("Concernant Paul Durand, avec qui il avait parlé, Marc Petit reste prudent. Il estime que rien n'est fait.",
         "Marc Petit"),
        ("Comme Paul Durand avant lui, Marc Petit a quitté le club. « Je pars en paix », a-t-il dit.", "Marc Petit"),
        ("Après Lise Morel, Anne Roux a pris la parole. Elle a rappelé que le budget baissait.", "Anne Roux"),
        ("Marc Petit a lu la note. Celui-ci en a parlé avec le Premier ministre Paul Durand. « C'est bon », a-t-il "
         "ajouté.", "Marc Petit"),
        ("« Je pars », a dit Marc Petit. La démission de M. Petit n'était connue ni du maire, ni du préfet Paul "
         "Durand. « Ce n'est pas très poli », a-t-il admis.", "Marc Petit"),
        ("La salle a vibré sans Paul Durand. « J'étais malade », a-t-il expliqué.", "Paul Durand"),
        ("Marc Petit est arrivé après le maire Paul Durand. « J'étais malade », a-t-il expliqué.", "Marc Petit"),
        # a first name that is an object is no stranger who speaks
        ("Marc Petit a félicité Simon. « Ton style est rare », a-t-il dit.", "Marc Petit"),
        ("Marc Petit est venu. « Je reste », a confié Simon. « Ici », a-t-il dit.", "Simon"),
        # a function in a complement is somebody else's
        ("Marc Petit, conseiller du président, était là. Le président a estimé que la séance était utile.", None),
        ("L'assistante de la directrice, Lise Morel, reçoit. La directrice, elle, assure que tout est prêt.", None),
        ("La commissaire aux droits de l'homme, Dunja Morel, a parlé. La commissaire a dit que tout allait mal.",
         "Dunja Morel"),
        ("Lise Morel, présidente du syndicat, a parlé. La présidente a dit que tout allait mal.", "Lise Morel"),
        # called so for the first time, by the words after those reported
        ("« Tout est calme », dit la porte-parole des douanes, Anne Roux. « Nous serons là », a affirmé Lise Morel. "
         "La militante répète que rien n'est fini.", "Lise Morel"),
        ("« Tout est calme », dit la porte-parole des douanes, Anne Roux. « Nous serons là », a affirmé Marc Petit. "
         "La porte-parole répète que rien n'est fini.", "Anne Roux"),
        # of which land
        ("Le président Paul Durand a reçu son homologue français Marc Petit. Le président français a dit que la "
         "séance était utile.", "Marc Petit"),
        ("Le président Paul Durand a reçu le chanteur Marc Petit. Le président a dit que la séance était utile.",
         "Paul Durand"),
        # somebody of the family of the one just named
        ("Interrogée sur les propos de Marc Vidal, son épouse a répondu que tout allait bien. Lise Vidal visitait "
         "une école.", "Lise Vidal"),
        ("Marc Vidal est mort. « Il aimait la mer », a confié sa veuve, Lise Vidal. « Il riait », ajoute son épouse.",
         "Lise Vidal"),
        ("Marc Vidal est mort. « Il aimait la mer », a confié Anne Roux. « Il riait », ajoute son épouse.", None),
        ("Me Marc Petit défend le club. « C'est faux », dit son conseil.", "Marc Petit"),
        # what somebody no longer is says nothing against what they are called
        ("Marc Petit est attendu. « Je pars », a dit l'ex-animateur. Le ministre a affirmé en avoir « terminé avec "
         "la politique ».", "Marc Petit"),
        # to whom it is said
        ("La maire de Sète, Lise Morel, était là. « C'est faux », a répondu la maire à notre rédaction.", "Lise Morel"),
        ("Le préfet Marc Petit était là. « C'est faux », a répondu le préfet aux journalistes.", "Marc Petit"),
    ],
)  # fmt: skip
def test_who_is_meant(rules_only: Pipeline, text: str, speaker: str | None) -> None:
    assert speakers(rules_only, text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # what the sentence goes on with
        ("S'il reconnaît « un retard », le préfet Marc Petit refuse de partir.", "Marc Petit"),
        ("La maire, Lise Morel, est là. Si elle « comprend la colère », la maire ne cédera pas.", "Lise Morel"),
        ("Marc Petit est là. S'il rappelle « le besoin d'agir », le pacte ne dit rien des moyens.", None),
        ("Marc Petit est là. S'il dit « comprendre la colère », la suite dépendra du vote.", "Marc Petit"),
        # a text told of first
        ("Marc Petit est là. Quant à l'article 16, il prévoit que « les agents pourront intervenir ».", None),
        ("Marc Petit est là. Quant au décret, il précise que « les agents pourront intervenir ».", None),
        ("Marc Petit est là. Quant à la loi, il estime que « les agents sauront la lire ».", "Marc Petit"),
        ("Marc Petit est cité. D'après l'extrait de rôle, dix hommes sont poursuivis.", None),
        # a land, not a woman from there
        ("Lise Morel est là. La Corse a dit « vouloir une autre loi ».", None),
        # a body whose own predicate is marked
        ("Marc Petit est suspendu. Pour sa part, la Fédération de boxe « condamne ce geste », indique-t-elle.",
         "Fédération de boxe"),
        # a body whose name is in the plural
        ("Les Républicains ont tenu congrès. Ils demandent que la loi soit retirée.", "Les Républicains"),
        ("Les Républicains ont tenu congrès. Les élus sont partis. Ils demandent que la loi soit retirée.", None),
        # a platform that the text tells of, and one where something is posted
        (PANNE + "La société affirme que tout est rétabli.", "Facebook"),
        (PANNE + "Le réseau social affirme que tout est rétabli.", "Facebook"),
        ("Un message circule sur Facebook. La société affirme que tout est rétabli.", None),
        # the sort of a medium before its name
        ("« La salle se lève », a écrit la station de radio RTL.", "RTL"),
        ("« La salle se lève », assure le site d'information Mediapart.", "Mediapart"),
        # of either sex
        ("« On y croit », résume Marc Petit, tête de liste. « Ce sera long », ironise la tête de liste.", "Marc Petit"),
    ],
)  # fmt: skip
def test_what_a_sentence_tells_of(rules_only: Pipeline, text: str, speaker: str | None) -> None:
    assert speakers(rules_only, text)[-1] == speaker


DUO = "{} Paul Roux, maire de Sète, était là. « C'est dur », dit {}."
DUA = "{} Anne Roux, maire de Sète, était là. « C'est dur », dit {}."


@pytest.mark.parametrize(
    ("who", "noun"),
    [
        ("Hugo Blanc, danseur à Lyon, a ri.", "l'artiste"),
        ("Le skipper Hugo Blanc est arrivé.", "le navigateur"),
        ("L'apiculteur Hugo Blanc est venu.", "l'agriculteur"),
        ("Le rappeur Hugo Blanc est venu.", "le chanteur"),
        ("Le cycliste Hugo Blanc a gagné.", "le sportif"),
        ("Hugo Blanc, ébéniste à Sète, a parlé.", "l'artisan"),
        ("Le proviseur Hugo Blanc a parlé.", "le chef d'établissement"),
        ("Hugo Blanc, gérant d'une scierie, a parlé.", "le chef d'entreprise"),
    ],
)
def test_another_noun(rules_only: Pipeline, who: str, noun: str) -> None:
    assert speakers(rules_only, DUO.format(who, noun))[-1] == "Hugo Blanc"


@pytest.mark.parametrize(
    ("who", "noun"),
    [
        ("La philosophe Lise Blanc a publié un livre.", "l'essayiste"),
        ("L'infectiologue Lise Blanc alerte.", "la médecin"),
        ("La géologue Lise Blanc étudie le volcan.", "la scientifique"),
        ("L'humoriste Lise Blanc a joué.", "la comédienne"),
    ],
)
def test_another_noun_of_hers(rules_only: Pipeline, who: str, noun: str) -> None:
    assert speakers(rules_only, DUA.format(who, noun))[-1] == "Lise Blanc"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a text heard last
        ("Paul Roux veut un port. « Le plan est prêt », indique le communiqué publié par le ministère de la Mer. « Il "
         "sera signé en mai », précise-t-il.", "ministère de la Mer"),
        ("Anne Roux est venue. « Rien n'est fait », note l'étude de l'Insee. Elle précise que la dépense a doublé.",
         "Insee"),
        ("« Rien n'est fait », note le rapport. « Je le regrette », réagit Paul Roux. Il ajoute que la dépense a "
         "doublé.", "Paul Roux"),
        ("Le rapport de la Cour des comptes est sévère. « Rien n'est fait », note le rapport.", "Cour des comptes"),
        ("Le rapport de Paul Roux est sévère. « Rien n'est fait », note le rapport.", None),
        # a body, or a noun for one that nothing names, that a sentence is about
        ("« C'est grave », alerte Anne Roux. Cependant, l'autorité de santé reste prudente. Elle affirme que rien n'est "
         "prouvé.", None),
        ("« C'est grave », alerte Anne Roux. Toutefois, l'Agence de l'eau reste prudente. Elle affirme que rien n'est "
         "prouvé.", "Agence de l'eau"),
        ("Anne Roux est née ici. La mairie va porter plainte, a-t-elle précisé.", None),
        ("« Je suis née ici », dit Anne Roux. La mairie va porter plainte, a-t-elle précisé.", "Anne Roux"),
        ("Le ministère de la Mer compte dix blessés. Selon l'équipe médicale des grévistes, ils sont trente.", None),
        # "selon lui" is not whom the words are about
        ("« L'élan est passé », estime Hugo Blanc. Paul Roux « avait un état de grâce », selon lui.", "Hugo Blanc"),
        ("Paul Roux est venu. La ville « avait un état de grâce », selon lui.", "Paul Roux"),
        # who answers in a word
        ("« Rien ne change », estime Hugo Blanc. Non, répond Paul Roux. « Il perd la main », souligne-t-il.",
         "Paul Roux"),
        # who only saw it
        ("Anne Roux a chuté, a constaté une journaliste de l'AFP. « Je vais mieux », a-t-elle déclaré.", "Anne Roux"),
        # of a State, of a club
        ("Emmanuel Macron est revenu. Emmanuel Macron a parlé. Le président du club, Paul Roux, proteste. Le président "
         "a dit qu'il ne céderait pas.", "Emmanuel Macron"),
        ("Emmanuel Macron est revenu. Le président du club, Paul Roux, proteste. Paul Roux est élu. Le président "
         "a dit qu'il ne céderait pas.", "Paul Roux"),
        # whom one meets, whom one defends, whom a trial is about
        ("« C'est un beau concours », explique Hugo Blanc. Notre interlocuteur précise que tout est prêt.",
         "Hugo Blanc"),
        ("« C'est un beau concours », explique Hugo Blanc. Un interlocuteur précise que tout est prêt.", None),
        ("L'avocat de Hugo Blanc a plaidé. « Mon client n'a rien fait », a-t-il lancé.", None),
        ("L'avocate de Hugo Blanc, Me Lise Vial, a plaidé. « C'est faux », a-t-elle lancé. « Je n'ai rien fait », a "
         "répété son client.", "Hugo Blanc"),
        ("Le procureur Paul Roux a requis dix ans contre Hugo Blanc. « C'est faux », a répété l'accusé.", "Hugo Blanc"),
        ("Le maire sortant de Sète, Paul Roux, est candidat. « On continue », dit le maire de Sète.", "Paul Roux"),
        ("Paul Roux chante mardi, après Jean Blanc. « J'ai eu peur », raconte la vedette.",
         "Paul Roux"),
        ("Paul Roux a blessé Anne Roux, selon le parquet. « J'ai eu peur », raconte la victime.", "Anne Roux"),
    ],
)  # fmt: skip
def test_of_whom_a_text_tells(rules_only: Pipeline, text: str, speaker: str | None) -> None:
    assert speakers(rules_only, text)[-1] == speaker


FARM = "Hugo Blanc a ouvert sa ferme en 2015."
OWN = "« Je me lève à cinq heures, je nourris les bêtes, puis je pars livrer mes clients. »"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{FARM}\n\n{OWN}", "Hugo Blanc"),
        (f"{FARM} « On a commencé petit », se souvient-il.\n\nLa ferme compte trente vaches.\n\n{OWN}", "Hugo Blanc"),
        (f"{FARM}\n\nMais tout n'a pas été simple. {OWN}", "Hugo Blanc"),
        (f"{FARM} Son père lui a tout appris. {OWN}", "Hugo Blanc"),
        (f"{FARM} En mai, il rejoint un groupe, « Sillons », formé de sept éleveurs. {OWN}", "Hugo Blanc"),
        (f"{FARM} « On a commencé petit », se souvient-il.\n\nDans la cour, un voisin passe. {OWN}", None),
        (f"{FARM} Lise Morel a ouvert la sienne. Anne Roux aussi.\n\nLe marché est plein.\n\n{OWN}", None),
        ("Du côté du syndicat CGT, on s'inquiète. « C'est une honte. On nous avait promis un train. »", "CGT"),
    ],
)  # fmt: skip
def test_words_that_nothing_announces(rules_only: Pipeline, text: str, speaker: str | None) -> None:
    assert speakers(rules_only, text)[-1] == speaker
