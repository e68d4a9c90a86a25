"""The tables of what happened: events, the milestones of projects, agreements and eras."""

from __future__ import annotations

from dashboard.model.schema.table import (
    NOTE,
    THEMES,
    Column,
    Holds,
    Table,
    address,
    day,
    identity,
    reference,
    text,
    word,
)

EVENTS = Table(
    "events",
    "something that happened, is claimed, was planned or pointedly did not happen",
    ("event_id",),
    (
        identity("event_id"),
        day("date", "when"),
        text("title", "what, in a phrase"),
        text("summary", "what, in our words"),
        word("kind", "event kind", "what sort of event it is"),
        word("status", "event status", "whether it happened"),
        THEMES,
        reference(
            "actors",
            "actors",
            many=True,
            required=False,
            about="who acts, is met or is addressed, the parties to what the act is about, and whom a "
            "statement asks, accuses, thanks, backs or promises something; not who is merely mentioned, nor "
            "a third state of which two others talk between themselves; of a vote also the state that its "
            "title names",
        ),
        reference(
            "places",
            "places",
            many=True,
            required=False,
            about="where it happens, or where what is built or delivered stands; not what is only spoken of",
        ),
        reference("projects", "projects", many=True, required=False),
        Column("weight", "1 = every reader should see it, 2 = normal, 3 = detail", Holds.INTEGER),
        reference(
            "after",
            "events",
            many=True,
            required=False,
            about="events that this one follows by a source's word",
        ),
        reference("series", "series", required=False, about="the series of which it is a part"),
        Column("number", "its number in the series, as a source counts", Holds.INTEGER, required=False),
        text("outcome", "what came of a plan; `Outcome unknown: …` if nothing was found", required=False),
        NOTE,
    ),
    needs_evidence=True,
)

MILESTONES = Table(
    "milestones",
    "an event that changed the status of a project",
    ("project_id", "event_id"),
    (
        reference("project_id", "projects"),
        reference("event_id", "events"),
        word("status", "project status", "the status from then on"),
        NOTE,
    ),
)

AGREEMENTS = Table(
    "agreements",
    "a text that states or their bodies agreed on",
    ("agreement_id",),
    (
        identity("agreement_id"),
        reference("event_id", "events", about="the event at which it was signed or exchanged"),
        word("kind", "agreement kind", "what sort of text it is"),
        text("title", "title in English, as published where a source gives it"),
        day("in_force", "when it was in force", required=False),
        address("text_url", "address of the text"),
        text("outcome", "what became of it, in our words", required=False),
        NOTE,
    ),
    needs_evidence=True,
    may_be_empty=True,
)

ERAS = Table(
    "eras",
    "a stretch of years that historians name",
    ("era_id",),
    (
        identity("era_id"),
        text("label", "name on the timeline"),
        day("period", "from when to when"),
        text("summary", "why these years, in our words"),
    ),
    needs_evidence=True,
)
