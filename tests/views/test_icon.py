"""The sign is an image by itself, in the colours of the Atlas."""

from xml.etree import ElementTree

from dashboard.views.icon import icon
from dashboard.views.theme import INK


def test_the_sign_is_a_line_of_years_with_three_marks() -> None:
    drawn = ElementTree.fromstring(icon())
    assert len([part for part in drawn.iter() if part.tag.endswith("circle")]) == 3
    assert INK["light"].accent in icon()
