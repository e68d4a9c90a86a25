"""Codes of countries and languages as words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pycountry
from babel import Locale

_LOCALE = Locale("en", "GB")

# By hand where the Unicode list words it otherwise than the sources of an Atlas do.
_COUNTRIES: Mapping[str, str] = {"HKG": "Hong Kong", "TUR": "Turkey", "VAT": "Holy See"}
_LANGUAGES: Mapping[str, str] = {"bn": "Bengali"}


@cache
def country(code: str) -> str:
    """The name of a country, or of a state that is gone; a code without one stays as it is."""
    today = pycountry.countries.get(alpha_3=code)
    if today is None:
        return _former(code)
    return _COUNTRIES.get(code) or str(_LOCALE.territories.get(today.alpha_2, code))


@cache
def language(code: str) -> str:
    """The name of a language, whatever its region (`en-GB`)."""
    short = code.partition("-")[0]
    return _LANGUAGES.get(short) or str(_LOCALE.languages.get(short, code))


def _former(code: str) -> str:
    """ISO lists a state that is gone by its short name before a comma."""
    former = pycountry.historic_countries.get(alpha_3=code)
    return str(former.name).partition(",")[0] if former else code
