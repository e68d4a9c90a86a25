"""Where an address leads: to a page with its words, to a file, to the record that it names, or to a sentence
that says there is nothing.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote

import streamlit as st
from markupsafe import escape
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import BY_NAME, HOME, PAGES
from dashboard.figures.spoken import Speaker
from dashboard.queries.aliases import resolve
from dashboard.ui.data_store import published_address, store
from dashboard.ui.door.front_page import NOTHING_HERE, front_page, with_words
from dashboard.ui.streamlit_internals import CORE_PATHS, RESERVED_PATHS, STATIC
from dashboard.views.markup import join, tag

RECORD = "record"
# At most what a name in the DNS may have: files hold it in each of their addresses, and are kept.
_HOST = re.compile(r"([A-Za-z0-9.\-]{1,253}|\[[0-9A-Fa-f:]{2,45}\])(:[0-9]{1,5})?")
_UNCHANGED = {"Cache-Control": "no-cache"}


class Addressed:
    """Answers the addresses of pages and files; what Streamlit serves beside them goes on to it.

    `speaker` says what a page and a file hold; before the tables are read nothing is said.
    """

    def __init__(self, app: ASGIApp, speaker: Speaker) -> None:
        self.app = app
        self.speaker = speaker

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        answer = None
        if scope["type"] == "http":
            query = scope.get("query_string", b"").decode("latin-1")
            answer = answer_to(scope["path"], query)
            dataset = store().dataset
            if dataset is not None and answer is not None:
                spoken = Spoken(dataset, self.speaker, base_of(scope))
                answer = await run_in_threadpool(spoken.answer, scope["path"], query, answer)
            elif answer is not None:
                answer = before_tables(answer)
        await (answer or self.app)(scope, receive, send)


class Spoken:
    """Answers that know the tables: pages with words, files, and 404 for a record that there is not."""

    def __init__(self, dataset: Dataset, speaker: Speaker, base: str) -> None:
        self.dataset, self.speaker, self.base = dataset, speaker, base

    def answer(self, path: str, query: str, plain: Response) -> Response:
        """What stands at an address, or the `plain` answer where the tables have nothing to add."""
        inside = path.removeprefix(home_of().rstrip("/")).removeprefix("/")
        file = self.speaker.file(self.dataset, self.base, inside) if _is_file(inside) else None
        if file is not None:
            return Response(file.content, 200, _UNCHANGED, file.media_type)
        if plain.status_code == 308 and inside.startswith(f"{RECORD}/"):
            return plain if self._known(_parts(inside)[1]) else _absent()
        if plain.status_code != 200:
            return plain
        return self._page(inside or HOME.name, parse_qs(query).get("id", [""])[-1])

    def _page(self, page: str, named: str) -> Response:
        record_id = self._known(named) if page == RECORD else ""
        words = self.speaker.words(self.dataset, self.base, page, record_id)
        status = 404 if page == RECORD and named and not record_id else 200
        headers = {**_UNCHANGED, "Link": words.links.encode("latin-1", "replace").decode("latin-1")}
        return HTMLResponse(with_words(words), status, headers)

    def _known(self, named: str) -> str:
        """The id that a record has today, or an empty text if there is none."""
        record_id = resolve(self.dataset.atlas["aliases"], named)
        return record_id if record_id in self.dataset.titles else ""


def answer_to(path: str, query: str) -> Response | None:
    """What stands at an address whatever the tables hold, or None for what Streamlit serves itself."""
    home = home_of()
    inside = path.removeprefix(home.rstrip("/"))
    parts = _parts(inside)
    if _is_streamlits(parts):
        return None
    wanted = _page_of(parts, query)
    if wanted is None:
        return _absent()
    page, rest = wanted
    if inside.removeprefix("/") == page:
        return HTMLResponse(front_page(), headers=_UNCHANGED)
    return RedirectResponse(f"{home}{page}?{rest}".rstrip("?"), 308)


def before_tables(plain: Response) -> Response:
    """The answer of a server that has no tables yet: only they can say that something does not exist."""
    if plain.status_code != 404:
        return plain
    return PlainTextResponse("The tables are being read.", 503, {"Retry-After": "5", **_UNCHANGED})


def home_of() -> str:
    """The path of the first page."""
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{base}/" if base else "/"


def base_of(scope: Scope) -> str:
    """The address of the app: that which the environment names, else that under which it was asked."""
    named = published_address()
    if named:
        return named
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    scheme = headers.get("x-forwarded-proto", scope.get("scheme", "http"))
    known = scheme if scheme in ("http", "https") else "http"
    return f"{known}://{host}{home_of()}" if _HOST.fullmatch(host) else home_of()


def _is_file(inside: str) -> bool:
    return ("." in inside.rsplit("/", 1)[-1] or inside.endswith("/")) and ".." not in inside


def _parts(inside: str) -> list[str]:
    return [part for part in inside.split("/") if part]


def _page_of(parts: list[str], query: str) -> tuple[str, str] | None:
    """The path of the page that an address means, empty for the first, and the query for it; None if it means
    none.
    """
    if not parts or parts == [HOME.name]:
        return "", query
    if len(parts) == 1 and parts[0] in BY_NAME:
        return parts[0], query
    if len(parts) == 2 and parts[0] == RECORD and "." not in parts[1]:  # no id has a full stop
        return RECORD, "&".join(filter(None, (query, f"id={quote(parts[1])}")))
    return None


def _absent() -> Response:
    return HTMLResponse(_nothing_here(home_of()), 404)


def _nothing_here(home: str) -> str:
    shown = [(page.name, page.title) for page in PAGES if page.listed and page is not HOME]
    links = [tag("li", tag("a", title, href=home + name)) for name, title in [("", HOME.title), *shown]]
    return NOTHING_HERE.format(pages=join(*links), home=escape(home))


def _is_streamlits(parts: list[str]) -> bool:
    if "_stcore" in parts:
        return not CORE_PATHS.isdisjoint(parts[parts.index("_stcore") + 1 :][:1])
    if parts and parts[0] in RESERVED_PATHS:
        return True
    is_file = len(parts) == 1 or parts[:1] == ["static"]
    return bool(parts) and is_file and ".." not in parts and STATIC.joinpath(*parts).is_file()
