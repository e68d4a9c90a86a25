"""The recorded votes in parts: each is a row with its result and what the states of the record voted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.figures.lookup import row_of
from dashboard.figures.votes import states_of
from dashboard.model.period import parse_period
from dashboard.model.vote import CODES
from dashboard.site.document import Document, page_of
from dashboard.site.head import Head
from dashboard.site.linked_data import breadcrumbs
from dashboard.site.publication import VOTES, Links, Publication
from dashboard.views.country_names import country
from dashboard.views.formatting import capitalised
from dashboard.views.formatting import number as in_words
from dashboard.views.markup import Markup, join, link, tag
from dashboard.views.roll_calls import result

CAPTION = "What was voted on, the result in favour – against – abstaining, and how states voted"


def parts_of(publication: Publication) -> int:
    """How many pages the votes fill."""
    return -(-len(publication.votes) // VOTES)


def page_of_part(number: int, publication: Publication) -> tuple[str, bytes]:
    """One page of votes, from 1, the newest first."""
    path, last = f"votes/{number}.html", parts_of(publication)
    links = Links(publication, path)
    votes = publication.dataset.atlas.votes
    ids = publication.votes[(number - 1) * VOTES : number * VOTES]
    rows = votes.set_index("vote_id", drop=False).loc[list(ids)].to_dict("records")
    title = f"Recorded votes, part {number} of {last}"
    span = f"{parse_period(rows[-1]['date']).caption} to {parse_period(rows[0]['date']).caption}"
    said = tag(
        "p", f"{in_words(len(publication.votes))} votes, the newest first; here {span}.", class_="lead"
    )
    body = join(tag("h1", title), said, turning(number, last, links), _table(rows, publication))
    trail = (("Votes", publication.page("votes")),)
    linked = (breadcrumbs(publication, trail, title),)
    head = Head(title, f"{CAPTION}: {span}.", publication.address(path), kind="Collection", linked=linked)
    return path, page_of(Document(path, head, body, trail), publication)


def turning(number: int, last: int, links: Links) -> Markup:
    """The ways to the parts before and after, and to the first and the last."""
    shown = [at for at in range(1, last + 1) if at in (1, last) or abs(at - number) < 4]
    ways = [
        tag("li", tag("b", str(at)) if at == number else link(str(at), links.to(f"votes/{at}.html")))
        for at in shown
    ]
    return tag("nav", tag("ul", *ways), aria_label="Parts of the votes", class_="parts")


def _table(rows: list[dict[Any, Any]], publication: Publication) -> Markup:
    states = states_of(publication.dataset)
    names = ("What was voted on", "Date", "Result", *(country(state) for state in states))
    head = tag("tr", *(tag("th", name, scope="col") for name in names))
    seen = {row["source_id"]: row_of(publication.dataset, row["source_id"])[1]["seen"] for row in rows}
    body = tag("tbody", *(_row(row, states, names, seen[row["source_id"]]) for row in rows))
    table = tag("table", tag("caption", CAPTION), tag("thead", head), body, class_="atlas-grid")
    return tag("div", table, class_="atlas-scroll", tabindex="0", role="region", aria_label=CAPTION)


def _row(row: Mapping[Any, Any], states: list[str], names: tuple[str, ...], seen: str) -> Markup:
    symbol = f" ({row['symbol']})" if row["symbol"] else ""
    words, address = f"{capitalised(row['title'])}{symbol}", row["un_url"]
    linked = link(words, address, seen=seen) if address else words
    voted = (parse_period(row["date"]).caption, result(row), *(CODES[row[state]] for state in states))
    cells = [tag("td", said, data_label=name) for said, name in zip(voted, names[1:], strict=True)]
    return tag("tr", tag("th", linked, scope="row"), *cells, id=row["vote_id"])
