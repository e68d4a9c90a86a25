"""How far each record is called as some words say: wholly, by a part of one of its names, or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

# How much it counts that a record is called wholly as the question says.
NAMED = 2.2

Names = Sequence[frozenset[str]]


class Calling:
    """The names of all records, ready to be held against words."""

    def __init__(self, names: Sequence[Names]) -> None:
        """`names` are the words of each name of each record."""
        places: dict[str, list[int]] = defaultdict(list)
        sizes: list[int] = []
        rows: list[int] = []
        for row, called in enumerate(names):
            for name in called:
                for word in name:
                    places[word].append(len(sizes))
                sizes.append(len(name))
                rows.append(row)
        self._places = {word: np.array(held) for word, held in places.items()}
        self._sizes = np.array(sizes, dtype=float)
        self._rows = np.array(rows, dtype=int)
        self._number = len(names)

    def factors(self, words: Collection[str]) -> npt.NDArray[np.float64]:
        """What the score of each record is multiplied by: NAMED if one of its names is among the words, one
        and half of the best share of a name that is, 1 where none is.
        """
        shared = np.zeros(len(self._sizes))
        for word in words:
            if word in self._places:
                shared[self._places[word]] += 1
        met = np.flatnonzero(shared)
        whole = shared[met] == self._sizes[met]
        factors = np.ones(self._number)
        of_names = np.where(whole, NAMED, 1.0 + shared[met] / self._sizes[met] / 2)
        np.maximum.at(factors, self._rows[met], of_names)
        return factors
