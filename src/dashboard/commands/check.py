"""Every fault of a folder of tables and of the figures made of them."""

from __future__ import annotations

from pathlib import Path

from dashboard.data.atlas import Atlas, read_atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.editions import lost_records
from dashboard.figures.trial import trial_faults
from dashboard.model.fault import FaultyData


def checked(data: Path) -> Atlas:
    """The tables of a folder without a fault; FaultyData names every one that they or their figures have."""
    atlas = read_atlas(data)
    dataset = Dataset(atlas)
    faults = [*lost_records(dataset), *trial_faults(dataset)]
    if faults:
        raise FaultyData(faults)
    return atlas
