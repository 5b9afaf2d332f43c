"""Weights of the features that join two claims: data, so that `explain` can print them."""

WEIGHTS: dict[str, dict[str, float]] = {
    "number": {
        "biais": -6.8,
        "tête": 0.7,
        "compléments": 0.0,
        "proposition": 1.2,
        "phrase": 1.8,
        "croisé": 0.0,
        "seul de sa sorte": 1.7,
        "même phrase": 3.0,
        "valeur": 1.6,
        "valeur rare": 2.5,
        "ordre de grandeur": 4.9,
        "titre": 0.3,
        "fermeté": 0.7,
    },
    "mixed": {
        "biais": -5.3,
        "tête": 0.3,
        "compléments": 0.6,
        "proposition": 1.2,
        "phrase": 1.2,
        "croisé": 1.2,
        "seul de sa sorte": 0.0,
        "même phrase": 1.0,
        "valeur": 1.4,
        "valeur rare": 2.5,
        "ordre de grandeur": 2.0,
        "titre": 0.3,
        "fermeté": 0.5,
    },
    "date": {
        "biais": -6.0,
        "tête": 0.0,
        "compléments": 3.0,
        "proposition": 0.0,
        "phrase": 5.0,
        "croisé": 1.4,
        "seul de sa sorte": 0.0,
        "même phrase": 0.0,
        "valeur": 4.0,
        "valeur rare": 0.0,
        "ordre de grandeur": 2.3,
        "titre": 0.0,
        "fermeté": 0.1,
    },
}
THRESHOLD = 0.5
"""Least mean likeness at which two groups of claims are one."""
DIFFERING = 0.7
"""Least likeness of two claims whose values exclude each other: a false conflict costs most."""
MARGIN = 0.03
"""Two candidates of one article closer than this are equal: neither is taken."""
