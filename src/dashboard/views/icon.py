"""The sign of the Atlas: a line of years with three marks."""

from __future__ import annotations

from dashboard.views.theme import INK


def icon() -> str:
    """The sign as SVG."""
    ground, ink = INK["light"].accent, INK["light"].ground
    marks = "".join(f'<circle cx="{x}" cy="16" r="3"/>' for x in (8, 16, 24))
    line = '<path d="M4 16H28" stroke-width="2"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" '
        f'fill="{ground}"/><g fill="{ink}" stroke="{ink}">{line}{marks}</g></svg>'
    )
