"""Weights of the features that join two claims: data, so that `explain` can print them."""

WEIGHTS: dict[str, dict[str, float]] = {
    "number": {
        "biais": -9.9,
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
        "nature": 4.6,
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
        "nature": 0.0,
    },
}
THRESHOLD = 0.5
"""Least mean likeness at which two groups of claims are one."""
MARGIN = 0.03
"""Two candidates of one article closer than this are equal: neither is taken."""
