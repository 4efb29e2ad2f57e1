"""Foreign names that few lists know: by their form, by what befalls people alone, beside verbs of speech."""

from __future__ import annotations

import pytest

from communique.document import Document
from communique.extractors.people.deeds import acts, deeds
from communique.extractors.people.lexicon import first_names, rare_first_names, surnames_abroad
from communique.extractors.people.origins import origin, spelled, spelling
from communique.extractors.people.runs import runs
from marked_people import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # right after a quotation
        ("« Les blessés affluent », raconte Mouhaz al-Kharif.", ["Mouhaz al-Kharif"]),
        ("« Nous attendons », a indiqué Esmahil Bagharnejad.", ["Esmahil Bagharnejad"]),
        ("« On paie deux fois », proteste Sètondji Agbossou.", ["Sètondji Agbossou"]),
        ("« Il faut partir », répète Nyakong Gatluak.", ["Nyakong Gatluak"]),
        ("« La mousson a tout pris », se lamente Sabitra Khatiwala.", ["Sabitra Khatiwala"]),
        ("« L'atoll disparaît », disait Teulia Faleafu.", ["Teulia Faleafu"]),
        # whose word it is
        ("Selon Moqtara Sadiri, les urnes ont parlé.", ["Moqtara Sadiri"]),
        ("D'après Akinwunmi Adesola, la récolte suffira.", ["Akinwunmi Adesola"]),
        ("Selon Mzimba Bakari Hamadi, tout est perdu.", ["Mzimba Bakari Hamadi"]),
        # what befalls people, how they live
        ("Qelbinar Sidiqi a témoigné devant le tribunal.", ["Qelbinar Sidiqi"]),
        ("Gulalaï Ismaïlzaï vit aux États-Unis.", ["Gulalaï Ismaïlzaï"]),
        ("Shirine Abou Hakleh a été tuée à Jénine.", ["Shirine Abou Hakleh"]),
        ("Nyo Hlaing est mort mardi.", ["Nyo Hlaing"]),
        ("Un cadre du parti, Rabih Barikat, et son frère, Zoran Ilievski, ont été tués.",
         ["Rabih Barikat", "Zoran Ilievski"]),
        # functions
        ("Hoshyad Zebarin, alors ministre des Finances, avait prévenu.", ["Hoshyad Zebarin"]),
        ("Amrit Bahandur Thapaliya, porteur, attend ses papiers.", ["Amrit Bahandur Thapaliya"]),
        ("Le batelier Shantu Baruah traverse le fleuve.", ["Shantu Baruah"]),
        ("La physicienne Rohinika Godboleh est là.", ["Rohinika Godboleh"]),
        ("Le ministre de la Mer, général Bouremi Condet, parle.", ["Bouremi Condet"]),
        ("Ould Mohamed Lemine, pêcheur, n'a rien pris.", ["Ould Mohamed Lemine"]),
        ("Un commandant des Brigades Karim Al-Assar, Khaled Abou Bakr, a parlé.", ["Khaled Abou Bakr"]),
        ("Batbayar Ganzorigtov (Mongolie) devance tout le monde.", ["Batbayar Ganzorigtov"]),
        # whose death, whose work, in whose company
        ("La mort de Nyarwaï Gatdetek a ému le quartier.", ["Nyarwaï Gatdetek"]),
        ("Le roman de Negdar Djavanik est traduit.", ["Negdar Djavanik"]),
        ("En présence de Zhanibek Omarovich, la plaque a été dévoilée.", ["Zhanibek Omarovich"]),
        ("Une pièce écrite par Itxaso Mendizabalaga.", ["Itxaso Mendizabalaga"]),
        ("Le conseil est présidé par Sverker Thoralfsson.", ["Sverker Thoralfsson"]),
        # a family name and a verb
        ("Yerlan Omarkhanov a ouvert sa librairie en 2019.", ["Yerlan Omarkhanov"]),
        ("Hier, Xhemal Bajraktarevic a traduit ces poèmes.", ["Xhemal Bajraktarevic"]),
        ("Sverrir Hallgrimsson préside la coopérative.", ["Sverrir Hallgrimsson"]),
    ],
)  # fmt: skip
def test_foreign_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "« Le marché ralentit », explique Green Harbor.",
        "« Un record », salue Pixel Forge.",
        "« Nous recrutons », assure Kelvia Solutions.",
        "« Les prix baisseront », prédit Clear Data.",
        "« Le budget est voté », rapporte Nova Expresso.",
        "« Nous négocions », assure Tel Aviv.",
        "Selon Goldman Sachs, la croissance atteindra 2 %.",
        "Selon Rapid Count, la participation atteint 43 %.",
        "D'après Rystad Energy, la production augmente.",
        "Pour Nova Terra, le permis n'est pas valable.",
        "Hong Kong demande des explications.",
        "Abou Dhabi annonce un plan.",
        "Khamis Mushait accueille le sommet.",
        "Der Spiegel révèle l'affaire.",
        "Boko Haram revendique l'attentat.",
        "Rainbow Warrior est à quai.",
        "Red Falcon a été arrêté avant l'arrivée.",
        "Black Swan traduit cette peur.",
        "Magic System chante à Abidjan samedi.",
        "Sol Invictus étudie une offre.",
        "Le serveur Apache Tomcat est à jour.",
        "Le lecteur Acrobat Reader est gratuit.",
        "La grue Manitou Zenith tourne.",
        "Le brasseur Golden Hops double sa production.",
        "Baltic Trader, porteur de 300 conteneurs, s'est échoué.",
        "Tchad, Bahr el-Ghazal : 12 000 familles au bord du gouffre",
        "« Black Lives Matter », scandent les manifestants.",
        "Carpe Diem, dit l'affiche.",
        "Hyundai Kona a été élue voiture de l'année.",
        "Toyota Yaris est produite à Onnaing.",
        "Mona Lisa a été agressée par un militant.",
        "La mort de Silver Wave a surpris les marchés.",
        "Un tour de table mené par Kurmala Rivage.",
        "Une application écrite par Blue Kernel équipe les bus.",
        "La disparition de Radio Mille est regrettée.",
        "Sous la direction de Nova Terra, le parc renaît.",
        "Les gagnants de Lucky Strike sont connus.",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Nyo Hlaing a été grièvement blessée.", 2.0),
        ("Nyo Hlaing est née à Mandalay.", 2.0),
        ("Nyo Hlaing a été élue.", 1.5),
        ("Nyo Hlaing y a grandi.", 1.5),
        ("Nyo Hlaing, ont été arrêtés.", 2.0),
        ("Nyo Hlaing et Ko Ni ont été arrêtés.", 2.0),
        ("Nyo Hlaing et Fils ont été arrêtés.", 0.0),
        ("Nyo Hlaing a été racheté.", 0.0),
        ("Nyo Hlaing est arrivé.", 0.0),
        ("Nyo Hlaing compte 300 salariés.", 0.0),
        ("Nyo Hlaing, a été arrêté.", 0.0),
        ("Nyo Hlaing", 0.0),
    ],
)
def test_deeds(text: str, weight: float) -> None:
    assert deeds(Document(text), len("Nyo Hlaing")) == weight


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nyo Hlaing a parlé.", True),
        ("Il dit que Nyo Hlaing a parlé.", True),
        ("Samedi, Nyo Hlaing signe.", True),
        ("Nyo Hlaing et Ko Ni ont parlé.", True),
        ("Ko Ni et Nyo Hlaing ont parlé.", True),
        ("Ko Ni et Nyo Hlaing a parlé.", False),
        ("Chez Nyo Hlaing a lieu un bal.", False),
        ("Nyo Hlaing.", False),
        ("Nyo Hlaing Motors a parlé.", False),
    ],
)
def test_acts(text: str, expected: bool) -> None:
    start = text.index("Nyo")
    assert acts(Document(text), start, start + len("Nyo Hlaing")) is expected


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("Wilner Kovalenko", 1.5, 2.5),  # a family name by its form
        ("Kelechukwu Etxeberri", 2.5, 3.5),  # and a rare first name
        ("Mouhaz al-Kharif", 0.5, 1.0),
        ("Radomiř Šebestů", 0.5, 1.0),  # letters of another language
        ("Clear Harbor", 0.0, 0.0),
    ],
)
def test_origin(name: str, least: float, most: float) -> None:
    doc = Document(name)
    (run,) = runs(doc)
    assert least <= origin(doc, run) <= most


def test_spelling() -> None:
    foreign = ["gebremichael", "kazuyo", "sejima", "omarkhanov", "rakotomalala", "adesina"]
    words = ["harbor", "green", "capital", "solutions", "loop", "liaison"]
    assert min(map(spelling, foreign)) > max(map(spelling, words))
    named, worded = (next(runs(Document(text))) for text in ("Kazuyo Sejima", "Clear Harbor"))
    assert spelled(named) == 1.5
    assert spelled(worded) == -1.0


def test_words_inside_longer_tokens_are_no_names() -> None:
    assert names("le 3 mai 2024IMT Mines Alès1 600 ") == []


def test_lists_do_not_say_the_same_twice() -> None:
    assert not rare_first_names() & set(first_names())
    assert len(surnames_abroad()) > 14_000
