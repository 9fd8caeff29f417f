"""Checks every oc4ids.json below a folder with libcoveoc4ids, against the schema in `oc4ids/`.

libcoveoc4ids fetches schema and codelists at each run. Here the two addresses are answered from the
folder beside this file, and everything else is refused. Values outside a closed codelist, unknown
fields, and every error, conformance or additional check are findings; open codelists may be extended.

    python oc4ids_check.py FOLDER
"""

import io
import json
import pathlib
import sys
import tempfile

import requests
from libcoveoc4ids.api import oc4ids_json_output

SCHEMA = pathlib.Path(__file__).parent / "oc4ids"
PREFIXES = {
    "://standard.open-contracting.org/infrastructure/schema/0__9__5/": SCHEMA,
    "://raw.githubusercontent.com/open-contracting/infrastructure/0.9/schema/project-level/codelists/": SCHEMA
    / "codelists",
}
used = set()


def answer_from_the_folder(_session, method, url, **_options):
    for prefix, folder in PREFIXES.items():
        _, found, name = url.partition(prefix)
        if found and method.lower() == "get":
            used.add(prefix)
            response = requests.Response()
            response.status_code = 200
            response.url = url
            response.encoding = "utf-8"
            response.raw = io.BytesIO((folder / name).read_bytes())
            return response
    raise RuntimeError(f"no network: {url}")


def refuse(event, arguments):
    """Nothing else may open a connection, by whichever library."""
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise RuntimeError(f"no network: {arguments}")


def findings(file):
    with tempfile.TemporaryDirectory() as folder:
        context = oc4ids_json_output(folder, str(file))
    for error, places in context["validation_errors"]:
        yield f"schema: {error}: {places[:3]}"
    for check in context["conformance_checks"] + context["additional_checks"]:
        yield f"check: {json.dumps(check, ensure_ascii=False)[:400]}"
    for path, values in context["additional_closed_codelist_values"].items():
        yield f"codelist: {path}: {sorted(values['values'])}"
    for name in context["data_only"]:
        yield f"unknown field: {name}"
    n_projects = len(json.loads(file.read_bytes()).get("projects", []))
    if not n_projects:
        yield "there are no projects"
    if context.get("unique_ids_count", n_projects) != n_projects:
        yield f"{n_projects} projects, but {context['unique_ids_count']} ids"


def main():
    requests.sessions.Session.request = answer_from_the_folder
    sys.addaudithook(refuse)
    files = sorted(pathlib.Path(sys.argv[1]).rglob("oc4ids.json"))
    n_findings = 0
    for file in files:
        for finding in findings(file):
            n_findings += 1
            print(f"{file.relative_to(sys.argv[1])}: {finding}")
    if files and len(used) != len(PREFIXES):
        n_findings += 1
        print("the schema or the codelists were not read: the check is not worth anything")
    print(f"checked {len(files)}, findings {n_findings}")
    sys.exit(1 if n_findings or not files else 0)


main()
