"""Words of votes are made when one is asked for, and not before."""

from __future__ import annotations

from dashboard.figures.vote_words import WithVotes


def test_votes_are_asked_for_only_where_no_record_has_the_id() -> None:
    asked: list[str] = []

    def of_votes() -> dict[str, str]:
        asked.append("votes")
        return {"vote-1": "A vote"}

    words = WithVotes({"treaty": "A treaty"}, of_votes)
    assert (words["treaty"], "treaty" in words, asked) == ("A treaty", True, [])
    assert (words["vote-1"], "vote-1" in words) == ("A vote", True)
    assert asked


def test_an_id_that_nobody_has_is_missing_and_an_empty_one_asks_nobody() -> None:
    words = WithVotes({}, dict)
    assert words.get("nobody", "–") == "–"
    assert "" not in words
