"""What nearly all records have in common, so that none need hold it (`records.wrapped`).

Part of the format: records that were written with another text cannot be read with this one.
"""

_WORDS = """
habitants hommes femmes enfants morts personnes blessés véhicules élèves salariés euros francs
ministre président gouvernement directeur préfet maire porte-parole agence quotidien radio monde
ancien appel aide bilan centre chef chiffr commune consei contre cooper definitif dernie develo
direct disparu duree econom election emploi entreprise etabli etat europe fermer financ gouver
greviste habitant homme femme enfant interpelle kilome maison matin menage minist minute moyenne
nation nuit nous offici ouvrir partir passager payer pays population precedent premie prendr presid
prevision public quatre rappel recenser recevo region rencontre rendre result salaire salarie second
semain signer taux tenir titre total touche travai union victoire ville vitesse voir voix accord
action annoncer apres atteindre augmenter avant avec blesse compte cout cumule demand depuis dire
encore entrer genera hier reste sans sur pour par pas ne plus lundi mardi mercredi jeudi vendredi
samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre
2019 2020 2021 2022 2023 2024-01-01 2024-12-31 2025-01-01 2025-06-30 2025-12-31 2026
dollar euro franc franc_CFA EUR USD XOF km kg ha an mois semaine jour heure age âge cent deux trois
dix onze douze 0.01 0.1 100000000 10000000 1000000 100000 10000 1000 100 10 -Infinity Infinity
nombre_:_… montant_:_… durée_:_… pourcentage_:_… propos_rapportés date_:_ fonction_de_ nom_:_
acronym names.acronym names.bodies measure measures.stated ordinal ordinals.stated age ages.stated
Quote quote quotes.marks Name name Role role person roles.office roles.rank rank office
counts.understood derivation hypothetical planned denied strict vague currency of weekday
percentage percentages.stated money moneys.stated duration durations.stated
title outlet published modified language origin encoding cp1252 blocks headline caption boilerplate
body copy_of format html part place_unit page marks facts field source used meta_og:title sidecar
text_credit text_line text_published text_title text_words bytes utf-8 remarks left_out words why
id article path ../ kind count date start end text sentence value Interval Period low high mort
personne unit grain 1 edtf first last key speaker subject label head attributes action actors place
time scope clause context near era question polarity asserted in_headline rule counts.stated
dates.stated line number column selector exact prefix suffix
"""
COMMON = '","'.join(word.replace("_", " ") for word in _WORDS.split())
"""The end is found soonest and costs least."""
