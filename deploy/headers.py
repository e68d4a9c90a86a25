"""What every answer says to the browser about what a page of the Atlas may do: the security headers, in one
place for server and proxy.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256

from dashboard.ui.door.front_page import front_page


def inline_scripts() -> list[str]:
    """The scripts that stand in the first page itself, as sources of a content policy: their hashes, for the
    version that is installed.
    """
    scripts = re.findall(r"<script>(.*?)</script>", front_page(), re.DOTALL)
    return [f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts]


# 'unsafe-eval': Vega compiles the expressions of a chart, Arrow and Streamlit's validators compile readers.
# Of inline scripts only those of the first page are allowed. 'unsafe-inline' for styles: Streamlit's
# interface writes style elements while it runs. blob: pictures are downloads of charts, blob: workers
# deck.gl's. Frames: anybody may embed a figure, which holds no login and no form; the Atlas itself embeds
# nobody.
CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        " ".join(("script-src 'self' 'unsafe-eval'", *inline_scripts())),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-src 'none'",
        "frame-ancestors *",
    )
)

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
