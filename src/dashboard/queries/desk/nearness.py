"""How near a sentence stands to records: the shared words of both, rare ones counting more."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dashboard.model.proposal import Candidate
from dashboard.queries.verify.held import stems

# Words of which nearly every text of a record is made tell nothing apart.
MOST = 4


class Nearness:
    """Some records by what is said of each, ready to be met by sentences."""

    def __init__(self, texts: Mapping[str, Sequence[str]], titles: Mapping[str, str]) -> None:
        """`texts` are what is said of each record, the title and passages apart; `titles` are their
        titles.
        """
        self.titles = titles
        self._sets = {
            record_id: [frozenset(stems(text)) for text in said if text] for record_id, said in texts.items()
        }
        counts = Counter(word for sets in self._sets.values() for word in frozenset().union(*sets))
        self._rarity = {word: math.log(1 + len(self._sets) / number) for word, number in counts.items()}
        self._holding: dict[str, set[str]] = defaultdict(set)
        for record_id, sets in self._sets.items():
            for word in frozenset().union(*sets):
                self._holding[word].add(record_id)

    def near(self, sentence: str, least: float, among: Iterable[str] | None = None) -> list[Candidate]:
        """The records of which a sentence says at least that share, the nearest first, then by id. `among`
        narrows them.
        """
        said = frozenset(stems(sentence))
        met = {record_id for word in said for record_id in self._holding.get(word, ())}
        if among is not None:
            met &= set(among)
        near = [
            Candidate(record_id, self.titles[record_id], self.share(said, record_id)) for record_id in met
        ]
        near = [candidate for candidate in near if candidate.nearness >= least]
        return sorted(near, key=lambda candidate: (-candidate.nearness, candidate.record_id))[:MOST]

    def share(self, said: frozenset[str], record_id: str) -> float:
        """The best share that the words of a sentence and one text of a record have in common (cosine of
        rarities, 0 to 1).
        """
        return max((self._cosine(said, text) for text in self._sets[record_id]), default=0.0)

    def _cosine(self, said: frozenset[str], text: frozenset[str]) -> float:
        shared = self._weight(said & text)
        # A word that no record has counts as one that a single record has.
        whole = self._weight(said) * self._weight(text)
        return round(shared / math.sqrt(whole), 6) if shared else 0.0

    def _weight(self, words: Iterable[str]) -> float:
        rarest = math.log(1 + len(self._sets))
        return math.fsum(self._rarity.get(word, rarest) ** 2 for word in words)
