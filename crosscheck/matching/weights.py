"""Weights of the features that join two claims: data, so that `explain` can print them."""

WEIGHTS: dict[str, dict[str, float]] = {
    "number": {
        "biais": -4.5,
        "tête": 1.5,
        "action": 0.5,
        "compléments": 1.5,
        "proposition": 1.5,
        "phrase": 1.5,
        "croisé": 1.5,
        "noms": 0.3,
        "valeur": 2.0,
        "ordre de grandeur": 1.0,
        "titre": 0.5,
        "fermeté": 0.3,
        "nature": 0.5,
    },
    "date": {
        "biais": -4.5,
        "tête": 0.0,
        "action": 1.0,
        "compléments": 1.0,
        "proposition": 1.5,
        "phrase": 1.5,
        "croisé": 1.5,
        "noms": 0.3,
        "valeur": 2.0,
        "ordre de grandeur": 1.0,
        "titre": 0.5,
        "fermeté": 0.3,
        "nature": 0.0,
    },
}
THRESHOLD = 0.5
"""Least mean likeness at which two groups of claims are one."""
MARGIN = 0.03
"""Two candidates of one article closer than this are equal: neither is taken."""
