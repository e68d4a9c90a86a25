"""Words by record id that are made for the ten thousand votes only when somebody asks for one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


class WithVotes(dict[str, str]):
    """Words by record id, to which those of the ten thousand votes are added only when an id is none of the
    tables'.
    """

    def __init__(self, words: Mapping[str, str], of_votes: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(words)
        self._of_votes = of_votes

    def __missing__(self, record_id: str) -> str:
        return self._of_votes()[record_id]

    def __contains__(self, record_id: object) -> bool:
        return bool(record_id) and (super().__contains__(record_id) or record_id in self._of_votes())

    def get(self, record_id: str, default: Any = None) -> Any:
        """The words of a record, or the default."""
        try:
            return self[record_id]
        except KeyError:
            return default
