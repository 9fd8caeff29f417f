"""Checks every table of every datapackage.json below a folder with frictionless: types, codes, keys,
references between tables, length and SHA-256 of each file.

    python tables_check.py FOLDER
"""

import os
import pathlib
import re
import sys

import frictionless


def findings(file):
    os.chdir(file.parent)
    report = frictionless.validate(file.name)
    for error in report.errors:
        yield f"{error.type}: {error.message}"
    for task in report.tasks:
        for error in task.errors:
            yield f"{task.name}: {error.type}: {error.message}"
    # A table of the package that was not looked at would pass unseen.
    n_tables = len(frictionless.Package(file.name).resources)
    if len(report.tasks) != n_tables and not report.errors:
        yield f"{n_tables} tables, but only {len(report.tasks)} were checked"
    for task in report.tasks:
        said = rows_said(file.parent / task.place)
        if said is None:
            yield f"{task.name}: the file was cut: it has no #end"
        elif said != task.stats.get("rows", 0):
            yield f"{task.name}: {task.stats.get('rows')} rows read, {said} said"


def rows_said(csv):
    """The last line of a whole file is `#end,` and the number of rows."""
    end = re.search(rb"\r\n#end,(\d+)\r\n\Z", csv.read_bytes()[-40:])
    return int(end[1]) if end else None


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    files = sorted(folder.rglob("datapackage.json"))
    n_findings = 0
    for file in files:
        for finding in findings(file):
            n_findings += 1
            print(f"{file.relative_to(folder)}: {finding}")
    print(f"checked {len(files)}, findings {n_findings}")
    sys.exit(1 if n_findings or not files else 0)


main()
