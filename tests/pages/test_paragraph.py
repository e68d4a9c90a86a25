"""The words of a reader's paragraph are answered on the page and stand in no address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

Elements = Callable[[object], Iterator[tuple[tuple[str, ...], object]]]


def test_a_paragraph_is_checked_and_its_words_stand_in_no_address(
    root: Path, elements: Elements, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(small))
    app = AppTest.from_file(str(root / "app.py"), default_timeout=60).switch_page("pages/verify.py").run()
    app.text_area(key="paragraph-text").input("Agreement on the river pipeline in 1999, said Quillfeather.")
    app.button(key="FormSubmitter:paragraph-Check it").click().run()
    assert [error.message for error in app.exception] == []
    bodies = [getattr(element.proto, "body", "") for _, element in elements(app.main)]
    html = " ".join(map(str, bodies))
    assert 'role="status">Of 2 statements 1 differs and 1 is not in the record.' in html
    assert "Quillfeather" not in repr(dict(app.query_params)) + " ".join(str(one.value) for one in app.code)
