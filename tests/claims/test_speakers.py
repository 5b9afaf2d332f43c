"""Who says a figure: named persons, bodies and offices; never a pronoun, a thing or a guess."""

import pytest

from crosscheck.claims import extract
from crosscheck.models import Article

ACCORDING = [
    ("Douze personnes ont été tuées, selon la police.", "Douze", "la police"),
    ("Selon la police, douze personnes ont été tuées.", "douze", "la police"),
    ("Selon le préfet, Jean Duval, 300 foyers sont inondés.", "300", "le préfet, Jean Duval"),
    ("Selon le préfet Jean Duval, 300 foyers sont inondés.", "300", "le préfet Jean Duval"),
    (
        "Selon la ministre de la Santé, Claire Morin, 4 500 lits seront ouverts.",
        "4 500",
        "la ministre de la Santé, Claire Morin",
    ),
    (
        "Selon Jean Duval, maire de Montbrun, 300 foyers sont inondés.",
        "300",
        "Jean Duval, maire de Montbrun",
    ),
    ("D'après l'Insee, le chômage touche 7,4 % des actifs.", "7,4", "l'Insee"),
    ("D’après le Haut Conseil, la dette atteint 112 %.", "112", "le Haut Conseil"),
    (
        "Pour le ministère de l'Agriculture, 12 000 fermes sont touchées.",
        "12 000",
        "le ministère de l'Agriculture",
    ),
    ("Pour Jean Duval, 40 emplois sont menacés.", "40", "Jean Duval"),
    ("Aux dires de l'avocat, son client a reçu 15 coups.", "15", "l'avocat"),
    ("De l'aveu du directeur, 80 salariés sont partis.", "80", "directeur"),
    ("De source policière, 14 personnes ont été interpellées.", "14", "source policière"),
    ("Quatorze personnes ont été blessées, de source médicale.", "Quatorze", "source médicale"),
    ("Selon des sources concordantes, 7 soldats sont morts.", "7", "des sources concordantes"),
    (
        "On compte 30 blessés, selon une source proche de l'enquête.",
        "30",
        "une source proche de l'enquête",
    ),
    ("À en croire le syndicat, 60 % des agents étaient en grève.", "60", "le syndicat"),
    ("Selon l'AFP, 21 personnes ont péri.", "21", "l'AFP"),
    ("Selon Météo-France, il est tombé 90 millimètres de pluie.", "90", "Météo-France"),
    (
        "Selon les chiffres du ministère, 8 000 postes sont vacants.",
        "8 000",
        "les chiffres du ministère",
    ),
    (
        "Le feu a détruit 450 hectares, selon un dernier bilan des pompiers.",
        "450",
        "un dernier bilan des pompiers",
    ),
    (
        "Le texte a été voté par 120 députés, selon le porte-parole du gouvernement, Paul Lenoir.",
        "120",
        "le porte-parole du gouvernement, Paul Lenoir",
    ),
    ("Selon elle, 12 dossiers ont été perdus.", "12", None),
    ("La maire a parlé. Selon lui, 12 dossiers ont été perdus.", "12", None),
]

TWO = [
    (
        "Ils étaient 3 000 selon la police, 10 000 selon les syndicats.",
        {"3 000": "la police", "10 000": "les syndicats"},
    ),
    (
        "Le cortège a réuni 3 000 personnes selon la préfecture et 10 000 selon la CGT.",
        {"3 000": "la préfecture", "10 000": "la CGT"},
    ),
    (
        "Selon la police, ils étaient 3 000, 10 000 selon les organisateurs.",
        {"3 000": "la police", "10 000": "les organisateurs"},
    ),
    (
        "La grève est suivie par 18 % des agents d'après la direction, 45 % d'après les syndicats.",
        {"18 %": "la direction", "45 %": "les syndicats"},
    ),
    (
        "La police a compté 3 000 manifestants, les organisateurs en annoncent 10 000.",
        {"10 000": "les organisateurs"},
    ),
    (
        "Entre 3 000 personnes, selon la police, et 10 000, selon l'intersyndicale, ont défilé.",
        {"10 000": "l'intersyndicale"},
    ),
    (
        "Le ministère parle de 12 morts, tandis que l'opposition affirme que 40 civils ont péri.",
        {"40": "l'opposition"},
    ),
    (
        "Le maire assure que 20 logements sont prêts, mais le préfet indique que 8 le sont.",
        {"20": "Le maire", "8": "le préfet"},
    ),
]

SAYING = [
    ("Jean Duval a déclaré que 12 ponts étaient coupés.", "12", "Jean Duval"),
    ("La direction indique que 45 salariés sont concernés.", "45", "La direction"),
    ("Le syndicat assure que 200 emplois ont disparu.", "200", "Le syndicat"),
    ("L'Unicef précise que 3 000 enfants sont déplacés.", "3 000", "L'Unicef"),
    ("La Banque centrale estime que 30 % des ménages sont endettés.", "30", "La Banque centrale"),
    (
        "Le parquet a fait savoir que quatre suspects étaient en garde à vue.",
        "quatre",
        "Le parquet",
    ),
    (
        "La mairie affirme que 60 arbres ont été abattus cette année-là.",
        "60",
        "La mairie",
    ),
    (
        "Le ministre de l'Intérieur, Paul Lenoir, a affirmé que 300 policiers étaient déployés.",
        "300",
        "Le ministre de l'Intérieur, Paul Lenoir",
    ),
    (
        "Paul Lenoir, ministre de l'Intérieur, a affirmé que 300 policiers étaient déployés.",
        "300",
        "Paul Lenoir, ministre de l'Intérieur",
    ),
    (
        "« Nous avons perdu 30 bêtes », a déploré Marie Roche, éleveuse à Montbrun.",
        "30",
        "Marie Roche, éleveuse à Montbrun",
    ),
    (
        "Quelque 80 maisons ont été détruites, a annoncé le ministère.",
        "80",
        "le ministère",
    ),
    (
        "Quelque 80 maisons ont été détruites, a annoncé mardi le ministère de l'Intérieur.",
        "80",
        "le ministère de l'Intérieur",
    ),
    (
        "Quelque 80 maisons ont été détruites, indique la préfecture dans un communiqué.",
        "80",
        "la préfecture",
    ),
    (
        "Quelque 80 maisons ont été détruites, a indiqué à l'AFP le maire de la commune.",
        "80",
        "le maire de la commune",
    ),
    (
        "Quelque 80 maisons ont été détruites, a-t-on appris auprès des pompiers.",
        "80",
        "pompiers",
    ),
    ("Quelque 80 maisons ont été détruites, a-t-on appris mardi.", "80", None),
    ("Quelque 80 maisons ont été détruites, dit-on.", "80", None),
    (
        "Quelque 80 maisons, précise le préfet, ont été détruites.",
        "80",
        "le préfet",
    ),
    (
        "Trois mille tonnes de blé – affirme l'armateur – sont à bord.",
        "Trois mille",
        "l'armateur",
    ),
    (
        "Le chef du parti de l'opposition s'est félicité d'avoir réuni 2 000 militants.",
        "2 000",
        None,
    ),
    (
        "L'entreprise a annoncé la suppression de 340 postes.",
        "340",
        "L'entreprise",
    ),
    (
        "Le gouvernement a reconnu que 15 soldats avaient été tués.",
        "15",
        "Le gouvernement",
    ),
    (
        "Les autorités font état de 27 morts.",
        "27",
        "Les autorités",
    ),
    (
        "La police fait état de 27 blessés et de 12 arrestations.",
        "12",
        "La police",
    ),
    (
        "L'ONG dénombre 27 victimes civiles.",
        "27",
        "L'ONG",
    ),
    ("Le rapport révèle que 14 % des puits sont pollués.", "14", "Le rapport"),
    ("L'hôpital recensait 19 blessés.", "19", "L'hôpital"),
    ("La Ligue des droits dénombre 54 détenus.", "54", "La Ligue des droits"),
    ("L'armateur assure que le navire portait 34 marins.", "34", "L'armateur"),
    (
        "Le cyclone a fait 12 morts, selon un premier bilan diffusé mardi par la Croix-Rouge.",
        "12",
        "la Croix-Rouge",
    ),
    (
        "La tempête a fait 12 morts, selon un bilan provisoire de la protection civile.",
        "12",
        "un bilan provisoire de la protection civile",
    ),
    (
        "« Il manque 12 lits », prévient le ministre de l'Économie et des Finances, Paul Lenoir.",
        "12",
        "le ministre de l'Économie et des Finances, Paul Lenoir",
    ),
    ("On estime que 14 % des puits sont pollués.", "14", None),
    ("Il a précisé que 14 % des puits étaient pollués.", "14", None),
    (
        "Le procureur a ouvert une enquête. Il a précisé que 14 témoins avaient été entendus.",
        "14",
        "Le procureur",
    ),
    (
        "Il a été précisé que 14 témoins avaient été entendus.",
        "14",
        None,
    ),
    (
        "Interrogée par la radio, la ministre a répondu que 14 projets étaient financés.",
        "14",
        "la ministre",
    ),
    (
        "La ministre a rappelé à la radio publique que 14 projets étaient financés.",
        "14",
        "La ministre",
    ),
]

QUOTED = [
    (
        "« Nous avons vendu 400 billets », a déclaré Anne Lefort.",
        "400",
        "Anne Lefort",
    ),
    (
        "Anne Lefort a déclaré : « Nous avons vendu 400 billets hier. »",
        "400",
        "Anne Lefort",
    ),
    (
        "Anne Lefort : « Nous avons vendu 400 billets hier. »",
        "400",
        "Anne Lefort",
    ),
    (
        "Le maire, Anne Lefort : « Nous avons vendu 400 billets hier. »",
        "400",
        "Le maire, Anne Lefort",
    ),
    (
        "Pour Anne Lefort, « nous avons vendu 400 billets ».",
        "400",
        "Anne Lefort",
    ),
    (
        "« Nous avons vendu 400 billets », se réjouit Anne Lefort.",
        "400",
        "Anne Lefort",
    ),
    (
        "« Nous avons vendu 400 billets », s'est félicitée la directrice du festival.",
        "400",
        "la directrice du festival",
    ),
    (
        "« Nous avons vendu 400 billets », a-t-elle dit.",
        "400",
        None,
    ),
    (
        "Anne Lefort dirige le festival. « Nous avons vendu 400 billets », a-t-elle dit.",
        "400",
        "Anne Lefort",
    ),
    (
        "Le festival est complet, a dit Anne Lefort. « Nous avons vendu 400 billets », "
        "a-t-elle ajouté.",
        "400",
        "Anne Lefort",
    ),
    (
        "Selon Anne Lefort, le festival est complet. « Nous avons vendu 400 billets », "
        "a-t-elle ajouté.",
        "400",
        "Anne Lefort",
    ),
    (
        "« Nous avons vendu 400 billets. Le festival est complet », affirme Anne Lefort.",
        "400",
        "Anne Lefort",
    ),
    (
        "« Nous avons vendu 400 billets », lit-on dans le rapport.",
        "400",
        None,
    ),
    (
        "« Nous avons perdu douze hommes », a confié, ému, le colonel Barry.",
        "douze",
        "le colonel Barry",
    ),
    (
        "« C'est un jour noir », a dit le maire, qui a perdu 12 administrés.",
        "12",
        "le maire",
    ),
]

NOBODY = [
    ("Selon toute vraisemblance, 12 personnes étaient à bord.", "12", None),
    ("Selon nos informations, 12 personnes étaient à bord.", "12", None),
    ("Selon les cas, la peine va de 2 à 5 ans de prison.", "2 à 5", None),
    ("Selon que le vent tourne ou non, 300 hectares sont menacés.", "300", None),
    ("Selon un bilan provisoire, 12 personnes ont péri.", "12", None),
    ("Pour la première fois, 12 pays ont signé le texte.", "12", None),
    ("Pour 2024, le budget atteint 12 millions d'euros.", "12", None),
    ("Pour le moment, 12 corps ont été retrouvés.", "12", None),
    ("Pour Paris, la facture atteint 12 millions d'euros.", "12", None),
    ("Le car a percuté un camion et 12 passagers sont morts.", "12", None),
    ("L'usine emploie 340 salariés depuis 2012.", "340", None),
    ("Le préfet a interdit la circulation sur 40 kilomètres.", "40", None),
    ("Les 12 accords ont été signés par le ministre Paul Lenoir.", "12", None),
    ("Ce chiffre dit assez que 12 millions d'euros manquent.", "12", None),
    ("Il s'agit, dit-il, de 12 millions d'euros.", "12", None),
    ("Pour le ministère, la facture atteint 12 millions d'euros.", "12", None),
    ("La ville a emprunté 12 millions d'euros auprès de la Banque postale.", "12", None),
    ("Le ministre a annoncé jeudi 5 juin une réforme de la justice.", "5 juin", None),
    ("L'entreprise assure 12 liaisons par jour.", "12", None),
    ("Le gouvernement a conclu 12 accords.", "12", None),
    ("Le ministère promet 12 forages.", "12", None),
    ("Jean Duval, maire de Montbrun, promet une enquête sous 12 jours.", "12", None),
    (
        "Trains annulés, selon la compagnie, qui emploie 1 150 agents.",
        "1 150",
        None,
    ),
    ("« On a souffert », souffle l'entraîneur Paul Lenoir, élu 12 fois.", "12", None),
    ("Les élus parlent ; 12 d'entre eux partent, dit le maire.", "12", "le maire"),
    ("Une tempête a fait 12 morts ; elle est passée, dit le maire.", "12", None),
    ("Voici ce qui manque : « 12 lits et des draps », dit la liste.", "12", None),
    ("Écoutez : « Il manque 12 lits et des draps. »", "12", None),
    ("Nous étions 5 000 et non 1 800, comme le prétend la préfecture.", "5 000", None),
]


def speakers(text: str, words: str) -> set[str | None]:
    """The speakers of the claims of a text that stand on these words; quotations aside."""
    claims = extract(Article.from_text(text, id="a"))
    found = [c for c in claims if words in c.text and c.kind not in ("quote", "role")]
    assert found, [c.text for c in claims]
    return {c.speaker for c in found}


ONE = [*ACCORDING, *SAYING, *QUOTED, *NOBODY]


@pytest.mark.parametrize(("text", "words", "speaker"), ONE, ids=[row[0][:50] for row in ONE])
def test_speaker(text: str, words: str, speaker: str | None) -> None:
    assert speakers(text, words) == {speaker}


@pytest.mark.parametrize(("text", "told"), TWO, ids=[row[0][:50] for row in TWO])
def test_each_speaker_has_its_own_figure(text: str, told: dict[str, str | None]) -> None:
    assert {words: speakers(text, words) for words in told} == {w: {s} for w, s in told.items()}
