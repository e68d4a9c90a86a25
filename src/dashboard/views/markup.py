"""HTML that cannot carry data as markup: every text is escaped as it is put in."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

__all__ = ["Markup", "abbreviated", "as_markdown", "join", "link", "tag"]

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!:$<>|~])")


def tag(name: str, *children: str, **attributes: str | None) -> Markup:
    """One element. `class_`, `for_` and the like lose the trailing underscore, `aria_label` becomes
    `aria-label`.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{given}>{join(*children)}</{name}>")


def join(*children: str) -> Markup:
    """Texts and elements one after the other."""
    return Markup("").join(children)


def link(
    text: str,
    href: str,
    original: str | None = None,
    seen: str | None = None,
    archived: str | None = None,
    **attributes: str | None,
) -> Markup:
    """A link; only http(s) addresses and addresses inside the Atlas are followed, anything else stays
    text.

    Whatever leads out has the attributes of Robust Links, by which a program finds what was read when the
    address is gone: the `original` address where `href` is not it, the day on which it was `seen` (ISO 8601)
    and the address of an `archived` copy, as far as they are known.
    """
    if href.startswith(("https://", "http://")):
        robust = {
            "data_originalurl": original or href,
            "data_versiondate": seen or None,
            "data_versionurl": archived or None,
        }
        return tag("a", text, href=href, target="_blank", rel="noopener noreferrer", **attributes, **robust)
    if ":" in href.split("?")[0] or href.startswith("//"):
        return join(text)
    return tag("a", text, href=href, target="_self", **attributes)


def abbreviated(name: str, whole: str) -> Markup:
    """A short name with the whole one behind it; a name that is whole stands alone."""
    return tag("abbr", name, title=whole) if whole and whole != name else join(name)


def as_markdown(text: str) -> str:
    """A text for the labels that Streamlit reads as Markdown: each sign that means something there stays a
    sign.
    """
    return _MARKDOWN.sub(r"\\\1", text)
