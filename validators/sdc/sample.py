"""The sample that both auditors attack, and the verdict on what they recovered.

`cargo run -p disclosure --example sample -- OUT` writes OUT/clean and OUT/leak. Each has cells.csv
(cell, place, class, published, low, high, is_exact) and sums.csv (sum, cell, coefficient).
"""

import csv
import math
import sys
from dataclasses import dataclass
from pathlib import Path

FEWEST = 5
ROUNDING_ERROR = 1e-6


@dataclass(frozen=True)
class Cell:
    number: int
    name: str
    # None for a hidden count.
    published: int | None
    low: int
    high: int
    is_exact: bool


@dataclass(frozen=True)
class Sample:
    cells: list[Cell]
    # Each sum is a list of (cell, coefficient) that comes to zero.
    sums: list[list[tuple[int, int]]]


def read(folder: Path) -> Sample:
    """A folder's sample; an empty or torn one is an error."""
    with (folder / "cells.csv").open(encoding="utf-8") as file:
        cells = [
            Cell(
                int(row["cell"]),
                f"{row['place']} / {row['class']}",
                int(row["published"]) if row["published"] else None,
                int(row["low"]),
                int(row["high"]),
                row["is_exact"] == "1",
            )
            for row in csv.DictReader(file)
        ]
    sums: dict[int, list[tuple[int, int]]] = {}
    with (folder / "sums.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            sums.setdefault(int(row["sum"]), []).append((int(row["cell"]), int(row["coefficient"])))
    known = {cell.number for cell in cells}
    if not cells or not sums or any(cell not in known for it in sums.values() for cell, _ in it):
        sys.exit(f"{folder}: not a whole sample")
    return Sample(cells, list(sums.values()))


def judge(auditor: str, sample: Sample, recovered: dict[int, tuple[float, float]]) -> int:
    """Prints what was recovered to fewer than five candidates, or not looked at; 1 if anything."""
    faults = []
    protected = [cell for cell in sample.cells if not cell.is_exact]
    narrowest = None
    for cell in protected:
        low, high = recovered.get(cell.number, (math.nan, math.nan))
        if math.isnan(low) or math.isnan(high):
            faults.append(f"{cell.name}: no row in the auditor's answer")
            continue
        least, most = math.ceil(low - ROUNDING_ERROR), math.floor(high + ROUNDING_ERROR)
        candidates = most - least + 1
        narrowest = candidates if narrowest is None else min(narrowest, candidates)
        if candidates < FEWEST:
            faults.append(
                f"{cell.name}: shown as {cell.published}, exact count in [{least}, {most}]"
            )
    for fault in faults:
        print(f"{auditor}: {fault}")
    print(
        f"{auditor}: {len(protected)} protected counts, {len(sample.cells) - len(protected)} exact, "
        f"{len(sample.sums)} sums; narrowest {narrowest} candidates, {len(faults)} faults"
    )
    return 1 if faults else 0


def main(auditor: str, attack) -> None:
    """`audit_X.py [--leak] OUT` attacks the clean or the leaking sample; exit 1 if anything is found.

    So without --leak it must exit 0, and with it 1.
    """
    arguments = [it for it in sys.argv[1:] if it != "--leak"]
    if len(arguments) != 1:
        sys.exit(f"usage: audit_{auditor}.py [--leak] FOLDER")
    expects_leak = "--leak" in sys.argv[1:]
    folder = Path(arguments[0]) / ("leak" if expects_leak else "clean")
    sample = read(folder)
    found = judge(auditor, sample, attack(sample))
    if expects_leak:
        print(f"{auditor}: the seeded leak was {'found' if found else 'NOT found'}")
    sys.exit(found)
