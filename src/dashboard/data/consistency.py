"""What rows must not say against one another: statuses, plans, orders and judgements that cannot all be
true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pandas as pd

from dashboard.data import (
    event_votes,
    families,
    glossary,
    judgements,
    provenance,
    publishers,
    sequence,
    series_pairs,
    statuses,
    superlatives,
    topic_rules,
)
from dashboard.model.fault import Fault, at_most

Frames = Mapping[str, pd.DataFrame]
Rule = Callable[[Frames], Iterator[Fault]]

# Each rule with the tables that it reads: it is silent while one of them cannot be read.
RULES: tuple[tuple[Rule, frozenset[str]], ...] = (
    (statuses.unconfirmed, frozenset({"events", "evidence", "checks", "sources"})),
    (statuses.routes_apart, frozenset({"routes", "projects"})),
    (statuses.projects_apart, frozenset({"projects", "milestones", "events"})),
    (sequence.out_of_order, frozenset({"events"})),
    (sequence.misnumbered, frozenset({"events", "series"})),
    (sequence.beyond_counting, frozenset({"series"})),
    (sequence.held_twice, frozenset({"terms"})),
    (statuses.brought_by_nothing, frozenset({"milestones", "events"})),
    (statuses.agreed_by_nothing, frozenset({"agreements", "events"})),
    (event_votes.unlinked, frozenset({"events", "event_votes"})),
    (event_votes.told_otherwise, frozenset({"events", "event_votes", "votes"})),
    (event_votes.on_another_day, frozenset({"events", "event_votes", "votes"})),
    (judgements.unfinished, frozenset({"readings"})),
    (judgements.read_again, frozenset({"readings"})),
    (judgements.audited, frozenset({"readings"})),
    (judgements.repeated_repeats, frozenset({"sources"})),
    (judgements.unknown_speakers, frozenset({"evidence", "actors"})),
    (provenance.unexplained_blanks, frozenset({"sources"})),
    (provenance.quoted_in_notes, frozenset({"sources", "evidence"})),
    (publishers.misnamed, frozenset({"publishers", "sources"})),
    (series_pairs.uneven, frozenset({"pairs", "indicators"})),
    (topic_rules.unreadable, frozenset({"vote_topics"})),
    (topic_rules.idle, frozenset({"vote_topics", "votes"})),
    (topic_rules.followed_outside, frozenset({"vote_topics", "votes"})),
    (glossary.wordless, frozenset({"glossary"})),
    (families.incomplete, frozenset({"families", "family_members"})),
    (families.without_family, frozenset({"families", "family_members"})),
    (families.mismeasured, frozenset({"families", "family_members", "indicators", "quantities"})),
    (families.idle_sums, frozenset({"families", "family_members", "observations"})),
    (families.misnamed, frozenset({"families"})),
    (families.choices_apart, frozenset({"families"})),
)


def consistency_faults(frames: Frames, released: date, successors: Mapping[str, str]) -> list[Fault]:
    """Every contradiction between rows of frames of texts, as of the day of release; `successors` are the
    states that follow those that are gone.
    """
    faults = [fault for rule, needed in RULES if needed <= frames.keys() for fault in at_most(rule(frames))]
    if "events" in frames:
        faults += at_most(statuses.never_closed(frames["events"], released))
    if {"events", "places"} <= frames.keys():
        faults += at_most(superlatives.contradicted(frames, successors))
    return faults
