"""Claims, or articles, that links lead to one another, however far.

>>> list(components({5: [6], 6: [5], 0: [1], 1: [0, 2], 2: [1]}))
[[5, 6], [0, 1, 2]]
"""

from collections.abc import Collection, Iterator, Mapping


def components(near: Mapping[int, Collection[int]]) -> Iterator[list[int]]:
    """The places of each component in ascending order: `components({0: [1], 1: [0]})`.

    `near` tells what each place has a link to, from either side.
    """
    seen: set[int] = set()
    for place in near:
        if place not in seen:
            held = [place]
            seen.add(place)
            for one in held:  # it grows
                new = set(near[one]) - seen
                seen |= new
                held += new
            yield sorted(held)
