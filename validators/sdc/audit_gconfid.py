"""Attacks a protected township with the auditing module of Statistics Canada's G-Confid (gconfid).

The module works out, by linear programming, how far each suppressed cell ("X") can be from the value
it is given while all sums hold. Every count is given to it as suppressed. Its own factors of the
value (0 to 10) cannot say "four more or less", so the bounds of the public windows go into the columns
TotalLB and TotalUB, in which the module's shuttle step would hand on its bounds; those of an exact
count are one point.

Four things in the module want care. It divides by a cell's value, so the values given are not the
published ones (which may be zero) but a small table of our own that adds up; only the bounds matter.
A cell whose bounds lie evenly about its value is left out of the sums of the upper problem, so every
upper bound is a trifle wider. Where no sum has exactly two suppressed cells, it answers with an empty
table, so a pair of our own that is always equal is added; and where nothing is published, it says
that there is nothing to do, so a published cell that is in no sum is added.
"""

import logging

import pandas as pd
from gconfid.auditing.auditing import Auditing

import sample as township

LEAF = 0.3
TRIFLE = 1e-7


def attack(sample: township.Sample) -> dict[int, tuple[float, float]]:
    values = table_that_adds_up(sample)
    cells = [
        {
            "CellId": float(cell.number),
            "TotalNoise": values[cell.number],
            "Sensitivity": float(township.FEWEST - 1),
            "OutStatus": "X",
            "TotalLB": float(cell.low),
            "TotalUB": cell.high + TRIFLE,
        }
        for cell in sample.cells
    ]
    first_own = 1 + max(cell.number for cell in sample.cells)
    cells += [own_cell(first_own, "P"), own_cell(first_own + 1, "X"), own_cell(first_own + 2, "X")]
    sums = [
        {"ConstraintId": float(number), "CellId": float(cell), "Coefficient": coefficient}
        for number, terms in enumerate(
            [*sample.sums, [(first_own + 1, -1), (first_own + 2, 1)]], start=1
        )
        for cell, coefficient in terms
    ]
    silent = logging.getLogger("gconfid-audit")
    silent.setLevel(logging.ERROR)
    audit = Auditing(
        pd.DataFrame(cells), pd.DataFrame(sums), lb_factor=0, ub_factor=10, logger=silent
    )
    answer = audit.outaudit
    rows = answer.to_pylist() if hasattr(answer, "to_pylist") else answer.to_dict("records")
    return {int(row["CellId"]): (row["MinValue"], row["MaxValue"]) for row in rows}


def own_cell(number: int, status: str) -> dict[str, float | str]:
    return {
        "CellId": float(number),
        "TotalNoise": 1.0,
        "Sensitivity": 0.0,
        "OutStatus": status,
        "TotalLB": 0.0,
        "TotalUB": 2.0 + TRIFLE,
    }


def table_that_adds_up(sample: township.Sample) -> dict[int, float]:
    """The same small value for every cell that is no sum, and what follows for the others."""
    totals = {cell for terms in sample.sums for cell, coefficient in terms if coefficient < 0}
    values = {cell.number: LEAF for cell in sample.cells if cell.number not in totals}
    while len(values) < len(sample.cells):
        known = len(values)
        for terms in sample.sums:
            total = next(cell for cell, coefficient in terms if coefficient < 0)
            parts = [cell for cell, coefficient in terms if coefficient > 0]
            if all(part in values for part in parts):
                values.setdefault(total, sum(values[part] for part in parts))
        if len(values) == known:
            raise SystemExit("the sample's sums go round in a circle")
    return values


if __name__ == "__main__":
    township.main("gconfid", attack)
