"""A code counts only if ISO lists it: countries of today and gone ones, languages with or without a
region.
"""

from __future__ import annotations

import pytest

from dashboard.data.code_list import is_country, is_language


@pytest.mark.parametrize("code", ["PAK", "RUS", "SUN", "YUG", "CSK", "DDR", "VAT", "TWN"])
def test_a_country_of_today_or_a_gone_one_is_known(code: str) -> None:
    assert is_country(code)


@pytest.mark.parametrize("code", ["ZZZ", "XXX", "EUU", "PK", "pak", "", "Pakistan", "PAK "])
def test_any_other_code_is_no_country(code: str) -> None:
    assert not is_country(code)


@pytest.mark.parametrize("tag", ["en", "ru", "ur", "pt-BR", "zh-Hans", "prs"])
def test_a_language_with_or_without_its_region_is_known(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["xx", "English", "EN", "en_GB", "e", "", "en-"])
def test_any_other_tag_is_no_language(tag: str) -> None:
    assert not is_language(tag)
