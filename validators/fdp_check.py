"""Checks every datapackage.json with payments below a folder against the Fiscal Data Package profile
that the package `datapackage` brings along.

    python fdp_check.py FOLDER
"""

import json
import pathlib
import sys

from datapackage import Profile, exceptions


def findings(package):
    try:
        Profile("fiscal-data-package").validate(package)
    except exceptions.ValidationError as error:
        for it in error.errors:
            yield f"profile: {' '.join(str(it).split())[:300]}"
    columns = {(it["name"], field["name"]) for it in package["resources"] for field in it["schema"]["fields"]}
    model = package.get("model", {})
    sources = list(model.get("measures", {}).values())
    for dimension in model.get("dimensions", {}).values():
        sources += dimension["attributes"].values()
    for source in sources:
        if (source.get("resource"), source.get("source")) not in columns:
            yield f"the model names {source}, which is no column"


def main():
    folder = pathlib.Path(sys.argv[1])
    n_files = n_findings = 0
    for file in sorted(folder.rglob("datapackage.json")):
        package = json.loads(file.read_bytes())
        if "payments" not in [it["name"] for it in package["resources"]]:
            continue
        n_files += 1
        for finding in findings(package):
            n_findings += 1
            print(f"{file.relative_to(folder)}: {finding}")
    print(f"checked {n_files}, findings {n_findings}")
    sys.exit(1 if n_findings or not n_files else 0)


main()
