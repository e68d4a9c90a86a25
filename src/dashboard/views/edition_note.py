"""What a reader is told who followed a link to an earlier edition: what differs now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.model.change import ADDED, Change
from dashboard.model.selection import EDITION
from dashboard.views import change_words
from dashboard.views.formatting import count, joined, number
from dashboard.views.link import href
from dashboard.views.markup import Markup, join, link, tag

# Changes of one record that are named; a record has more of them once in a great while.
MOST = 12


def of_record(since: str, day: str, now: str, changes: Sequence[Change], titles: Mapping[str, str]) -> Markup:
    """What changed in one record since an edition, each with its old and its new value."""
    if not changes:
        return _note(since, day, now, "Nothing in this record has changed since.")
    if any(change.kind == ADDED for change in changes):
        return _note(since, day, now, "This record is new since.")
    lines = [tag("li", change_words.sentence(change, titles)) for change in changes[:MOST]]
    if len(changes) > MOST:
        lines.append(tag("li", f"and {number(len(changes) - MOST)} more, in its history below"))
    said = f"{count(len(changes), 'thing')} in this record changed since:"
    return _note(since, day, now, said, tag("ul", *lines))


def of_page(since: str, day: str, now: str, shown: Sequence[Change]) -> Markup:
    """How many of the records behind what a page shows changed since an edition."""
    new = {change.record for change in shown if change.kind == ADDED}
    changed = {change.record for change in shown} - new
    corrected = {change.record for change in shown if change.corrected}
    parts = [f"{number(len(new))} new"] if new else []
    parts += [f"{number(len(changed))} changed"] if changed else []
    parts += [f"{number(len(corrected))} corrected"] if corrected else []
    found = f"{joined(parts)} since" if parts else "none has changed since"
    return _note(since, day, now, f"Of the records behind what is shown here: {found}.")


def _note(since: str, day: str, now: str, said: str, *more: Markup) -> Markup:
    named = f"The link names edition {since} of {day}; this is edition {now}. "
    way = tag("p", link(f"All that changed since edition {since}", href("changes", {EDITION: [since]})))
    return tag("div", tag("p", join(named, said)), *more, way, class_="atlas-edition", role="status")
