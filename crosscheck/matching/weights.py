"""Weights of the features that join two claims: data, so that `explain` can print them."""

WEIGHTS: dict[str, dict[str, float]] = {
    "number": {
        "biais": -5.3,
        "tête": 0.9,
        "action": 0.15,
        "compléments": 0.15,
        "proposition": 1.2,
        "phrase": 0.9,
        "croisé": 0.9,
        "même phrase": 3.0,
        "valeur": 1.4,
        "valeur rare": 2.5,
        "ordre de grandeur": 4.0,
        "titre": 0.3,
        "fermeté": 0.5,
    },
    "mixed": {
        "biais": -5.3,
        "tête": 0.3,
        "action": 0.15,
        "compléments": 0.6,
        "proposition": 1.2,
        "phrase": 1.2,
        "croisé": 1.2,
        "même phrase": 1.0,
        "valeur": 1.4,
        "valeur rare": 2.5,
        "ordre de grandeur": 2.0,
        "titre": 0.3,
        "fermeté": 0.5,
    },
    "date": {
        "biais": -5.2,
        "tête": 0.0,
        "action": 0.0,
        "compléments": 3.0,
        "proposition": 0.1,
        "phrase": 5.5,
        "croisé": 0.5,
        "même phrase": 0.0,
        "valeur": 3.5,
        "valeur rare": 0.0,
        "ordre de grandeur": 2.6,
        "titre": 0.0,
        "fermeté": 0.2,
    },
}
THRESHOLD = 0.5
"""Least mean likeness at which two groups of claims are one."""
DIFFERING = 0.6
"""Least likeness of two claims whose values exclude each other: a false conflict costs most."""
MARGIN = 0.03
"""Two candidates of one article closer than this are equal: neither is taken."""
