"""The codes of countries and languages that there are (ISO 3166 and ISO 639, as pycountry lists them)."""

from __future__ import annotations

import re
from functools import cache

import pycountry

_TAG = re.compile(r"([a-z]{2,3})(-[A-Za-z0-9]{2,8})*")


def is_country(code: str) -> bool:
    """True for an alpha-3 code of a country of today (PAK) or of one that is gone (SUN, YUG, CSK)."""
    return code in _countries()


def is_language(tag: str) -> bool:
    """True for a BCP 47 tag whose first part is a language: en, pt-BR."""
    parts = _TAG.fullmatch(tag)
    return parts is not None and parts.group(1) in _languages()


@cache
def _countries() -> frozenset[str]:
    listed = (*pycountry.countries, *pycountry.historic_countries)
    return frozenset(country.alpha_3 for country in listed)


@cache
def _languages() -> frozenset[str]:
    short = {getattr(language, "alpha_2", "") for language in pycountry.languages}
    long = {language.alpha_3 for language in pycountry.languages}
    return frozenset((short | long) - {""})
