"""Attacks a protected township with the audit of τ-ARGUS (pytauargus).

The audit works out the feasible interval of each suppressed cell by linear programming. A rounded
count is given to it as a suppressed cell ("u") between the bounds of its public window, an exact one
as a safe cell ("s"). The file format is that of τ-ARGUS' JJ files: cell, value, cost, status, lower
and upper bound, three protection levels (not used: the verdict looks at the interval itself); then
the sums, as right side, number of cells and cells with their coefficients.
"""

import tempfile
from pathlib import Path

from pytauargus._tauargus import audit_jj

import sample as township


def attack(sample: township.Sample) -> dict[int, tuple[float, float]]:
    # JJ files number cells from 0.
    place_of = {cell.number: place for place, cell in enumerate(sample.cells)}
    lines = ["0", str(len(sample.cells))]
    for place, cell in enumerate(sample.cells):
        status = "s" if cell.is_exact else "u"
        value = cell.low if cell.is_exact or cell.published is None else cell.published
        lines.append(f"{place} {value} 1 {status} {cell.low} {cell.high} 0 0 0")
    lines.append(str(len(sample.sums)))
    for terms in sample.sums:
        cells = " ".join(f"{place_of[cell]} ({coefficient})" for cell, coefficient in terms)
        lines.append(f"0 {len(terms)} : {cells}")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "township.jj"
        file.write_text("\n".join(lines) + "\n", encoding="ascii")
        rows = audit_jj(str(file))
    return {sample.cells[row["cell"]].number: (row["min"], row["max"]) for row in rows}


if __name__ == "__main__":
    township.main("pytauargus", attack)
