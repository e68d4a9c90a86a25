"""How states voted in the United Nations: how often together, where apart, and what a reader seeks among the
roll calls.

Shares follow the usual two measures of voting cohesion: the share of identical votes, and the index of
agreement of Lijphart (1963), in which a vote beside an abstention counts half. Both rest on whole
resolutions, each once, on which both states voted or abstained: paragraphs, amendments and roll calls printed
twice would count one decision many times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.model.vote import CAST, WHOLE, Relation

# Letters of an abbreviation, which is sought as a whole word: SCO is not the beginning of scope.
_ABBREVIATION = 3
WEIGHT = {Relation.SAME.value: 1.0, Relation.PARTLY.value: 0.5, Relation.OPPOSITE.value: 0.0}


def with_relation(votes: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """The votes that both states cast, with the column `relation` (a value of Relation)."""
    cast = votes[votes[first].isin(CAST) & votes[second].isin(CAST)]
    same = cast[first] == cast[second]
    abstained = (cast[first] == "A") | (cast[second] == "A")
    relation = pd.Series(Relation.OPPOSITE.value, index=cast.index)
    relation = relation.mask(abstained, Relation.PARTLY.value).mask(same, Relation.SAME.value)
    return cast.assign(relation=relation)


def whole_texts(votes: pd.DataFrame) -> pd.DataFrame:
    """The votes on whole resolutions, decisions and drafts, each text once."""
    return votes[votes["kind"].isin(WHOLE) & (votes["repeats"] == "")]


def whole_resolutions(votes: pd.DataFrame, body: str) -> pd.DataFrame:
    """The votes of one body on whole texts, each text once."""
    whole = whole_texts(votes)
    return whole[whole["body"] == body]


def followed(
    votes: pd.DataFrame, questions: pd.DataFrame, pair: Sequence[str], years: tuple[int, int]
) -> pd.DataFrame:
    """What two states did on each topic that is followed, in those of its years that fall into `years`, on
    whole texts of either body.

    `questions` are rows of the table vote_topics with years in `followed`. One row a topic: `topic_id`,
    `label`, `first_year`, `last_year`, `votes` (number), for each state `<state> Y`, `<state> N` and
    `<state> A` (numbers), `both` (votes that both cast), `opposite` and `partly` (those that set them apart).
    """
    whole = whole_texts(in_years(votes, *years))
    rows = [_followed(whole, question, pair, years) for question in questions.to_dict("records")]
    return pd.DataFrame([row for row in rows if row["votes"]])


def _followed(
    votes: pd.DataFrame, question: Mapping[str, Any], pair: Sequence[str], years: tuple[int, int]
) -> dict[str, Any]:
    first_year = max(question["followed_first"].year, years[0])
    last_year = min(question["followed_last"].year, years[1])
    on_topic = on_topics(in_years(votes, first_year, last_year), (question["topic_id"],))
    both = with_relation(on_topic, *pair)["relation"]
    relations = both.value_counts()
    counts = {f"{state} {code}": int((on_topic[state] == code).sum()) for state in pair for code in CAST}
    return {
        "topic_id": question["topic_id"],
        "label": question["label"],
        "first_year": first_year,
        "last_year": last_year,
        "votes": len(on_topic),
        **counts,
        "both": len(both),
        "opposite": int(relations.get(Relation.OPPOSITE.value, 0)),
        "partly": int(relations.get(Relation.PARTLY.value, 0)),
    }


def tallied(votes: pd.DataFrame, first: str, others: Iterable[str], by: Sequence[str]) -> pd.DataFrame:
    """How often `first` voted as each of the others did, by columns of the votes: one row a state and group,
    with `state`, the columns, and the numbers of votes that both cast (`votes`), and of those alike (`same`),
    half apart (`partly`) and opposite (`opposite`). What it counts may be added up.
    """
    return pd.concat([_tallied(votes, first, second, by) for second in others], ignore_index=True)


def _tallied(votes: pd.DataFrame, first: str, second: str, by: Sequence[str]) -> pd.DataFrame:
    cast = with_relation(votes[[*by, *dict.fromkeys((first, second))]], first, second)
    counts = cast.groupby([*by, "relation"], sort=True).size().unstack("relation", fill_value=0)
    counts = counts.reindex(columns=list(WEIGHT), fill_value=0)
    return counts.assign(votes=counts.sum(axis=1), state=second).reset_index()


def shares(tallies: pd.DataFrame, by: str) -> pd.DataFrame:
    """The shares of a tally by one of its columns: one row a state and group, with `by`, `votes` (number),
    `identical` and `index` (0 to 1), `opposite` (number) and `state`.
    """
    counts = [*WEIGHT, "votes"]
    groups = [
        rows.groupby(by, sort=True)[counts].sum().reset_index().assign(state=state)
        for state, rows in tallies.groupby("state", sort=False)
    ]
    summed = pd.concat(groups, ignore_index=True) if groups else tallies[[by, *counts, "state"]]
    weighed = sum(summed[relation] * weight for relation, weight in WEIGHT.items())
    return pd.DataFrame(
        {
            by: summed[by],
            "votes": summed["votes"],
            "identical": summed[Relation.SAME.value] / summed["votes"],
            "index": weighed / summed["votes"],
            "opposite": summed[Relation.OPPOSITE.value],
            "state": summed["state"],
        }
    )


def agreement(votes: pd.DataFrame, first: str, others: Iterable[str], by: str) -> pd.DataFrame:
    """How often `first` voted as each of the others, by a column of the votes (`year`, `decade`, `topic`); as
    from `shares`.
    """
    return shares(tallied(votes, first, others, [by]), by)


def with_decade(votes: pd.DataFrame) -> pd.DataFrame:
    """The votes with the first year of their decade in the column `decade`."""
    return votes.assign(decade=votes["year"] // 10 * 10)


def by_topic(votes: pd.DataFrame) -> pd.DataFrame:
    """One row a vote and topic, in the column `topic`; a vote on which no rule finds a topic has an empty
    one.
    """
    listed = votes["topics"].map(lambda topics: topics or ("",))
    return votes.assign(topic=listed).explode("topic", ignore_index=True)


def apart_by_decade(tallies: pd.DataFrame) -> pd.DataFrame:
    """How many votes set two states apart: `decade`, `topic`, `relation`, `votes` (number). `tallies` as from
    `tallied` of the two by `year` and `topic`.
    """
    apart_only = [Relation.OPPOSITE.value, Relation.PARTLY.value]
    counts = with_decade(tallies).groupby(["decade", "topic"], sort=True)[apart_only].sum()
    listed = counts.rename_axis(columns="relation").stack().rename("votes").reset_index()
    return listed[listed["votes"] > 0].reset_index(drop=True)


def in_years(votes: pd.DataFrame, first_year: int, last_year: int) -> pd.DataFrame:
    """The votes of the years from `first_year` to `last_year`, both included."""
    return votes[votes["year"].between(first_year, last_year)]


def on_topics(votes: pd.DataFrame, topics: Sequence[str]) -> pd.DataFrame:
    """The votes that have at least one of the topics; all of them if no topic is named."""
    if not topics:
        return votes
    wanted = set(topics)
    return votes[votes["topics"].map(lambda found: not wanted.isdisjoint(found)).astype(bool)]


def texts(votes: pd.DataFrame) -> pd.Series:
    """The symbol, title and subjects of each vote in small letters, in the order of the votes."""
    return (votes["symbol"] + " " + votes["title"] + " " + votes["subjects"]).str.lower()


def holding(votes: pd.DataFrame, written: pd.Series, words: str) -> pd.DataFrame:
    """The votes whose symbol, title or subjects hold every word of a question, without regard to case; a
    word begins one of theirs, and an abbreviation is one. `written` as from `texts` of these votes or of
    more.
    """
    found, text = pd.Series(True, index=votes.index), written.loc[votes.index]
    for word in words.lower().split():
        end = r"(?!\w)" if len(word) <= _ABBREVIATION else ""
        found &= text.str.contains(rf"(?<!\w){re.escape(word)}{end}")
    return votes[found]


def member_terms(votes: pd.DataFrame, state: str) -> pd.DataFrame:
    """The terms of a state in the Security Council: `first_year`, `last_year`, `votes`, `known` (votes of the
    state held).
    """
    council = votes[(votes["body"] == "security-council") & (votes[state] != "")]
    known = council.assign(known=council[state] != "?")
    years = known.groupby("year").agg(votes=("known", "size"), known=("known", "sum")).reset_index()
    term = (years["year"].diff() != 1).cumsum()
    sums = {
        "first_year": ("year", "min"),
        "last_year": ("year", "max"),
        "votes": ("votes", "sum"),
        "known": ("known", "sum"),
    }
    return years.groupby(term).agg(**sums).reset_index(drop=True)


def vetoes_by(votes: pd.DataFrame, state: str) -> pd.DataFrame:
    """The votes that failed by the veto of a state."""
    return votes[votes["vetoed_by"].map(lambda vetoers: state in vetoers).astype(bool)]


def votes_told_by(votes: pd.DataFrame, links: pd.DataFrame, event_id: str) -> pd.DataFrame:
    """The votes that an event tells of, in order of time; `links` as the table event_votes."""
    named = links.loc[links["event_id"] == event_id, "vote_id"]
    return votes[votes["vote_id"].isin(named)].sort_values(["date", "vote_id"])


def events_telling_of(events: pd.DataFrame, links: pd.DataFrame, vote_id: str) -> pd.DataFrame:
    """The events that tell of a vote, in order of time."""
    named = links.loc[links["vote_id"] == vote_id, "event_id"]
    return events[events["event_id"].isin(named)].sort_values(["date_first", "event_id"])
