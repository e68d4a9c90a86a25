"""`desk land`: a document's accepted rows and its fingerprint put into the tables if the whole check stays
clean with them; else nothing is changed.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.commands.check import checked
from dashboard.data.codebook import codebook, descriptor
from dashboard.data.desk_folder import DeskFolder
from dashboard.data.landing import copied, grown, replace
from dashboard.desk.sitting import Record, Sitting
from dashboard.model.fault import Fault, FaultyData


def land(data: Path, path: Path) -> int:
    """Land a folder of work and say what was written; FaultyData for a folder with nothing to land or with
    rows that have a fault.
    """
    sitting = Sitting(Record.read(data), DeskFolder(path))
    _refuse(sitting)
    files = grown(path, data)
    with TemporaryDirectory() as place:
        atlas = checked(copied(data, Path(place), files))
        files |= {Path("README.md"): codebook(atlas), Path("datapackage.json"): descriptor(atlas)}
    replace(data, files)
    print(f"{sitting.source_id} has landed: {len(sitting.rows)} rows, and the check is clean. Written:")
    for name in files:
        print(f"  {data / name}")
    if sitting.undecided:
        print(f"{len(sitting.undecided)} proposals were left undecided")
    return 0


def _refuse(sitting: Sitting) -> None:
    """Raise the faults for which nothing can land; rows are written anew, for tables may have grown."""
    name = sitting.folder.path.name
    if not any(row.table != "sources" for row in sitting.rows):
        raise FaultyData([Fault(name, 0, "", "no row is accepted", "", "rows that the desk may land")])
    landed = [row for row in sitting.rows if sitting.has_landed(row)]
    if landed:
        found = f"{len(landed)} of {len(sitting.rows)} rows"
        raise FaultyData([Fault(name, 0, "", "the tables have them already", found, "rows to land once")])
    faults = sitting.write()[1]
    if faults:
        raise FaultyData(faults)
