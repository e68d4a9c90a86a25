"""Where an address leads: to a page, to the record that it names, or to a sentence that says there is
nothing.
"""

from __future__ import annotations

from urllib.parse import quote

import streamlit as st
from markupsafe import escape
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.figures.pages import BY_NAME, HOME, PAGES
from dashboard.ui.door.front_page import NOTHING_HERE, front_page
from dashboard.ui.streamlit_internals import RESERVED_PATHS, STATIC
from dashboard.views.markup import join, tag

RECORD = "record"


class Addressed:
    """Answers the addresses of pages; what Streamlit serves beside them goes on to it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        answer = None
        if scope["type"] == "http":
            answer = answer_to(scope["path"], scope.get("query_string", b"").decode("latin-1"))
        await (answer or self.app)(scope, receive, send)


def answer_to(path: str, query: str) -> Response | None:
    """What stands at an address, or None for what Streamlit serves itself."""
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    home = f"/{base}/" if base else "/"
    inside = path.removeprefix(home.rstrip("/"))
    parts = [part for part in inside.split("/") if part]
    if _is_streamlits(parts):
        return None
    wanted = _page_of(parts, query)
    if wanted is None:
        return HTMLResponse(_nothing_here(home), 404)
    page, asked = wanted
    if inside.removeprefix("/") == page:
        return HTMLResponse(front_page(), headers={"Cache-Control": "no-cache"})
    return RedirectResponse(f"{home}{page}?{asked}".rstrip("?"), 308)


def _page_of(parts: list[str], query: str) -> tuple[str, str] | None:
    """The path of the page that an address means, empty for the first, and the query for it; None if it means
    none.
    """
    if not parts or parts == [HOME.name]:
        return "", query
    if len(parts) == 1 and parts[0] in BY_NAME:
        return parts[0], query
    if len(parts) == 2 and parts[0] == RECORD:
        return RECORD, "&".join(filter(None, (query, f"id={quote(parts[1])}")))
    return None


def _nothing_here(home: str) -> str:
    shown = [(page.name, page.title) for page in PAGES if page.listed and page is not HOME]
    links = [tag("li", tag("a", title, href=home + name)) for name, title in [("", HOME.title), *shown]]
    return NOTHING_HERE.format(pages=join(*links), home=escape(home))


def _is_streamlits(parts: list[str]) -> bool:
    if "_stcore" in parts or (parts and parts[0] in RESERVED_PATHS):
        return True
    is_file = len(parts) == 1 or parts[:1] == ["static"]
    return bool(parts) and is_file and ".." not in parts and STATIC.joinpath(*parts).is_file()
