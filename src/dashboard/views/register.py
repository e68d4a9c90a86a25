"""Many sources on little paper: by publisher, each with its title and its date, one after the other."""

from __future__ import annotations

import pandas as pd

from dashboard.views.markup import Markup, join, tag

# So many sources stand in full, each with its address, on a sheet or two; more would take dozens.
MOST_IN_FULL = 200


def by_publisher(sources: pd.DataFrame) -> Markup:
    """The sources under the names of their publishers, both in the order of the alphabet (`publisher`, or
    `author` where none is known, `title`, `language`, `published_caption`).
    """
    names = sources["publisher"].where(sources["publisher"] != "", sources["author"])
    folded = names.str.casefold()
    ordered = sources.assign(name=names, folded=folded, low=sources["title"].str.casefold())
    ordered = ordered.sort_values(["folded", "low"], kind="stable")
    columns = ["name", "title", "language", "published_caption"]
    held: dict[str, list[Markup]] = {}
    for name, title, language, when in zip(*(ordered[column].tolist() for column in columns), strict=True):
        cited = tag("cite", title, lang=language or None, dir="auto")
        held.setdefault(name, []).append(join(cited, f", {when}" if when else ""))
    parts = [
        tag("p", tag("b", name or "No publisher"), ": ", Markup("; ").join(some))
        for name, some in held.items()
    ]
    return tag("div", *parts, class_="atlas-register")
