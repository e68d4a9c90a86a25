"""The tables of recorded votes: the votes themselves, which are held as Parquet, the rules of their topics,
and the events that tell of them.
"""

from __future__ import annotations

from dashboard.model.schema.table import Column, Holds, Table, day, identity, reference, text, word
from dashboard.model.vote import CODES


def _count(name: str, description: str) -> Column:
    return Column(
        name, description + "; empty where the roll call is not held", Holds.INTEGER, required=False
    )


VOTE_TOPICS = Table(
    "vote_topics",
    "a topic of votes and the rule by which a vote belongs to it",
    ("topic_id",),
    (
        identity("topic_id"),
        text("label", "name on screen"),
        text(
            "rule",
            "regular expression, sought in symbol, title and subjects of a vote without regard to case",
        ),
        word("regional", "yes or no", "whether it concerns the region of the two states"),
        day("followed", "the years in which both states are followed on it vote by vote", required=False),
    ),
    may_be_empty=True,
)

VOTES = Table(
    "votes",
    "a recorded vote of the General Assembly or a vote of the Security Council",
    ("vote_id",),
    (
        Column("vote_id", "UN symbol in kebab-case, a permalink", Holds.ID),
        Column("body", "which body voted", vocabulary="vote body"),
        Column("date", "when; the month alone where the day is not known (EDTF)", Holds.EDTF),
        text("session", "session of the Assembly; ES- emergency, S- special", required=False),
        text("symbol", "symbol of the resolution, draft or meeting", required=False),
        text("title", "title as the library gives it, else the item of the agenda", required=True),
        text("subjects", "items of the agenda and subjects as the library gives them", required=False),
        Column("kind", "what was put to the vote", vocabulary="vote kind"),
        Column("outcome", "what came of it", required=False, vocabulary="vote outcome"),
        text("meeting", "record of the meeting", required=False),
        _count("yes", "votes in favour"),
        _count("no", "votes against"),
        _count("abstained", "abstentions"),
        _count("absent", "members that did not vote"),
        text("china_seat", "whose representatives held the seat of China: ROC or PRC", required=False),
        Column("vetoed_by", "permanent members whose vote was a veto", Holds.COUNTRY, False, many=True),
        Column("repeats", "the vote that this row prints again under another symbol", Holds.ID, False),
        Column("un_url", "record or document at the United Nations", Holds.URL, required=False),
        Column("source_id", "collection from which the row comes", Holds.ID, points_to=("sources",)),
        text("note", "what to beware of", required=False),
        Column(
            "topics",
            "topics by the rules of vote_topics.csv",
            Holds.ID,
            False,
            True,
            points_to=("vote_topics",),
        ),
    ),
    stored="parquet",
)
"""The columns that every collection of votes has; each state whose votes are held has one more, named by its
code.
"""

EVENT_VOTES = Table(
    "event_votes",
    "a recorded vote that an event tells of; the numbers in the event's words are those of the roll call",
    ("event_id", "vote_id"),
    (
        reference("event_id", "events"),
        reference("vote_id", "votes"),
    ),
    may_be_empty=True,
)


def state_column(code: str) -> Column:
    """The column of a state: one of CODES, for the state or for the predecessor whose seat it took over."""
    codes = ", ".join(f"{sign or 'empty'} = {words}" for sign, words in CODES.items())
    return Column(code, f"vote of {code} or its predecessor in the seat: {codes}", required=False)
