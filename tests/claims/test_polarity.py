"""How firmly a figure is said: asserted, denied, hypothetical, planned.

« Devrait » tells what is planned, as the press has it (« le vaccin devrait arriver en mars »);
« pourrait », « aurait fait » and « si » tell what may be. Silence by default: asserted.
"""

import pytest

from crosscheck.claims import extract
from crosscheck.models import Article

ASSERTED = [
    ("Le séisme a fait 12 morts.", "12"),
    ("L'un des 14 marins a nié avoir vendu la cargaison.", "14"),
    ("Cela n'a pas empêché la délégation d'essuyer 12 sifflets.", "12"),
    ("Les supporters ne pardonnent pas le trou de 5 millions d'euros.", "5 millions"),
    ("L'usine emploie 340 salariés.", "340"),
    ("L'usine ne compte pas moins de 340 salariés.", "340"),
    ("Pas moins de 200 pompiers ont été mobilisés.", "200"),
    ("La commune n'a perdu que 12 habitants en dix ans.", "12"),
    ("Il ne reste que 12 chaises dans la salle.", "12"),
    ("Le stade ne contient plus que 400 sièges.", "400"),
    ("L'incendie n'a pas seulement détruit 12 maisons.", "12"),
    ("Le car n'a pas pu freiner et a percuté 12 passants.", "12"),
    ("Le chantier aura coûté 12 millions d'euros.", "12"),
    ("En dix ans, le musée aura accueilli 800 000 visiteurs.", "800 000"),
    ("Le juge n'a pas dit si les 12 suspects avaient été libérés.", "12"),
    ("Les 12 élus ont dû quitter la salle.", "12"),
    ("Les secours ont pu sauver 12 marins.", "12"),
    ("Le préfet, qui ne s'attendait pas à cette foule, a vu passer 3 000 personnes.", "3 000"),
    ("Sans nier les difficultés, le maire a salué les 12 bénévoles.", "12"),
    ("Il n'y a pas eu de panique, et 12 blessés ont été soignés.", "12"),
    ("Le futur stade a coûté 12 millions d'euros.", "12"),
    ("Les 12 prochains matches ont été annulés, a indiqué le club.", "12"),
    ("Le ministre a dit que 12 ponts étaient coupés.", "12"),
    ("Malgré une éventuelle grève, 340 trains ont roulé.", "340"),
    ("Ce procès de l'auteur présumé a duré 12 jours.", "12 jours"),
    ("Vingt ans après sa mort, ses 12 romans sont réédités.", "12"),
    ("Le budget prévu était de 12 millions, il en a coûté 15 millions.", "15"),
    ("Si la grève s'achève, 340 trains ont été supprimés.", "340"),
    ("Le ministère ne dément pas les 35 morts.", "35"),
    ("Si la France compte 3 000 loups, l'Italie en a davantage.", "3 000"),
    ("L'entreprise conteste l'amende de 3 millions d'euros.", "3 millions"),
    ("Le car était prévu pour 50 passagers.", "50"),
    ("Les 180 familles seront indemnisées.", "180"),
    ("M. Duval, élu avec 54 % des voix, serait retenu dans une caserne.", "54"),
    ("Il attend depuis 12 ans.", "12 ans"),
    ("Le roi opérait avec 12 hommes.", "12"),
    ("On doit à ce maire 412 logements.", "412"),
    ("Les 12 auteurs présumés ont été arrêtés.", "12"),
]

DENIED = [
    ("Le bilan de 35 morts a été démenti par la préfecture.", "35"),
    ("Le ministre dément avoir reçu 3 millions d'euros.", "3 millions"),
    ("Le ministre a démenti avoir reçu 3 millions d'euros.", "3 millions"),
    ("L'armée nie avoir perdu 40 hommes.", "40"),
    ("Elle a réfuté les 35 morts évoqués hier.", "35"),
    ("L'accusé conteste avoir détourné 900 000 euros.", "900 000"),
    ("Le groupe n'a pas supprimé 340 postes.", "340"),
    ("Le groupe n'a jamais versé 3 millions d'euros à l'élu.", "3 millions"),
    ("Nous étions 5 000, et non 1 800.", "1 800"),
    ("Il y avait 5 000 personnes et non pas 1 800.", "1 800"),
    ("Ce sont 12 morts, pas 40.", "40"),
    ("Il est faux que 40 personnes aient péri.", "40"),
    ("Il n'est pas vrai que 40 personnes ont péri.", "40"),
    ("Les faits sont niés par le maire, qui réfute les 12 témoignages.", "12"),
    ("Le groupe récuse le chiffre de 340 licenciements.", "340"),
    ("La direction rejette le chiffre de 340 licenciements.", "340"),
]

HYPOTHETICAL = [
    ("Le bilan pourrait atteindre 40 morts.", "40"),
    ("Le bilan risque d'atteindre 40 morts.", "40"),
    ("Les pertes pourraient s'élever à 12 millions d'euros.", "12"),
    ("L'attaque aurait fait 12 morts.", "12"),
    ("Douze personnes seraient mortes dans l'attaque.", "Douze"),
    ("Le groupe compterait 300 combattants.", "300"),
    ("Le coût serait de 12 millions d'euros.", "12"),
    ("Le suspect aurait touché 3 000 euros.", "3 000"),
    ("Si le barrage cède, 12 000 habitants seront menacés.", "12 000"),
    ("S'il était élu, il créerait 40 tribunaux.", "40"),
    ("Il est possible que 40 personnes soient sous les gravats.", "40"),
    ("Il se peut que 40 personnes soient sous les gravats.", "40"),
    ("Une quarantaine de personnes sont peut-être sous les gravats.", "quarantaine"),
    ("Le groupe menace de supprimer 340 postes.", "340"),
    ("Il encourt 10 ans de prison.", "10 ans"),
    ("Le prévenu risque 5 ans de prison.", "5 ans"),
    ("Elle est soupçonnée d'avoir détourné 900 000 euros.", "900 000"),
    ("Il est accusé d'avoir tué 12 personnes.", "12"),
    ("Il aurait fallu 12 millions d'euros.", "12"),
    ("Une fraude présumée de 3 millions d'euros est jugée.", "3 millions"),
    ("Une éventuelle hausse de 12 % est à l'étude.", "12"),
]

PLANNED = [
    ("L'accord sera signé par 12 pays.", "12"),
    ("Le texte doit être signé par 12 pays.", "12"),
    ("Un lycée de 800 places est prévu à Montbrun.", "800"),
    ("Le groupe va créer 200 emplois.", "200"),
    ("Le groupe va embaucher quelque 200 ingénieurs.", "200"),
    ("Le groupe créera 200 emplois d'ici 2030.", "200"),
    ("La ville veut planter 3 000 arbres.", "3 000"),
    ("La ville compte ouvrir 12 crèches.", "12"),
    ("La ville envisage de fermer 12 classes.", "12"),
    ("Le groupe prévoit d'embaucher 200 personnes.", "200"),
    ("Le groupe prévoyait 200 embauches.", "200"),
    ("Le train devrait transporter 12 000 voyageurs.", "12 000"),
    ("Les travaux devraient coûter 12 millions d'euros.", "12"),
    ("Quelque 300 délégués sont attendus mardi.", "300"),
    ("L'État s'engage à verser 12 millions d'euros.", "12"),
    ("L'État a promis de verser 12 millions d'euros.", "12"),
    ("Il a dit qu'il viendrait avec 12 députés.", "12"),
    ("Le ministre a annoncé que 12 écoles ouvriraient en septembre.", "12"),
    ("La direction a assuré que 200 postes seraient créés.", "200"),
    ("Le pont doit rouvrir en 2031.", "2031"),
    ("Si la direction cède, les 12 grévistes vont reprendre 40 lignes.", "40"),
    ("Les 12 matches à venir auront lieu à huis clos.", "12"),
    ("L'objectif est de vacciner 3 millions de personnes.", "3 millions"),
    ("Elle a pour objectif de vacciner 3 millions de personnes.", "3 millions"),
    ("Le projet prévoit la construction de 800 logements.", "800"),
    ("Le gouvernement entend construire 800 logements.", "800"),
    ("Le groupe s'apprête à supprimer 340 postes.", "340"),
    ("Le gouvernement vise 3 millions de vaccinés.", "3 millions"),
]

ROWS = [
    (text, words, polarity)
    for polarity, rows in (
        ("asserted", ASSERTED),
        ("denied", DENIED),
        ("hypothetical", HYPOTHETICAL),
        ("planned", PLANNED),
    )
    for text, words in rows
]


@pytest.mark.parametrize(("text", "words", "polarity"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_polarity(text: str, words: str, polarity: str) -> None:
    claims = extract(Article.from_text(text, id="a"))
    found = [c for c in claims if words in c.text and c.kind not in ("quote", "role")]
    assert found, [c.text for c in claims]
    assert {c.polarity for c in found} == {polarity}


@pytest.mark.parametrize(
    ("text", "words", "polarity", "low", "high"),
    [
        ("Le bilan n'a pas dépassé vingt décès.", "vingt", "denied", None, 20),
        ("Le cortège n'a pas excédé 300 personnes.", "300", "denied", None, 300),
        ("La foule n'a pas franchi le cap des 3 000 personnes.", "3 000", "denied", None, 3000),
        ("La commune n'a perdu que 12 habitants.", "12", "asserted", 12, 12),
        ("Le chantier aura coûté 12 ponts.", "12", "asserted", 12, 12),
    ],
)
def test_what_a_negation_leaves_of_the_figure(
    text: str, words: str, polarity: str, low: int | None, high: int | None
) -> None:
    (claim,) = [c for c in extract(Article.from_text(text, id="a")) if words in c.text]
    value = claim.value.to_dict()
    assert (claim.polarity, value["low"], value["high"]) == (polarity, low, high)
