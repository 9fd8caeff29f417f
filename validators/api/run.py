"""Attacks the API of a running portal with schemathesis, by the contract it hands out, and checks its
feeds. Needs the packages of requirements.txt.

    python run.py http://127.0.0.1:3000 [--examples 40]

Exit 0: nothing found. 1: something was found. 2: the portal does not answer."""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import atom_check

CODE = "350600000000"


def read(address: str):
    with urllib.request.urlopen(address, timeout=30) as answer:
        return json.load(answer)


def records(base: str) -> dict[str, str]:
    """One id of each kind of record, so that not every address leads to nothing."""
    of_place = f"{base}/api/v1/places/{CODE}"
    return {
        "projects": read(f"{of_place}/projects")["data"][0]["id"],
        "funds": read(f"{of_place}/funds")["data"][0]["fund"]["id"],
        "notices": read(f"{of_place}/notices")["data"][0]["id"],
        "figures": read(f"{of_place}/figures")["data"][0]["id"],
    }


def settings(ids: dict[str, str]) -> str:
    """Half of the examples ask for something that is there (schemathesis.toml)."""
    lines = []
    paths = [f"/api/v1/{kind}/{{id}}" for kind in ids]
    paths += [f"/api/v1/projects/{{id}}/{it}" for it in ("contracts", "payments", "funds")]
    for path in paths:
        kind = path.split("/")[3]
        lines += ["[[operations]]", f'include-path = "{path}"', f'parameters = {{ id = "{ids[kind]}" }}']
    below = ("", "/children", "/counts", "/figures", "/projects", "/funds", "/notices")
    for path in (f"/api/v1/places/{{code}}{it}" for it in below):
        lines += ["[[operations]]", f'include-path = "{path}"', f'parameters = {{ code = "{CODE}" }}']
    return "\n".join(lines) + "\n"


def attack(base: str, n_examples: int, config: str, phases: str) -> int:
    """All checks; schemathesis prints what it finds."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "schemathesis.toml"
        file.write_text(config)
        command = [
            str(pathlib.Path(sys.executable).with_name("schemathesis")),
            "--config-file", str(file), "run", f"{base}/api/openapi.json", "--url", base,
            "--checks", "all", "--mode", "all", "--phases", phases,
            "--max-examples", str(n_examples), "--seed", "20261122",
            "--max-time", "75", "--request-timeout", "10", "--workers", "2", "--no-color",
            "--continue-on-failure",
        ]
        return subprocess.run(command, cwd=folder, check=False).returncode


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("--examples", type=int, default=40)
    asked = parser.parse_args()
    base, began = asked.base.rstrip("/"), time.monotonic()
    try:
        ids = records(base)
    except (urllib.error.URLError, KeyError, IndexError) as error:
        print(f"{base} does not answer as a portal with the demo data: {error}", file=sys.stderr)
        return 2
    print("anything, as the contract allows and forbids it")
    codes = [attack(base, asked.examples, "", "examples,coverage,fuzzing,stateful")]
    print("records and places that are there")
    codes.append(attack(base, asked.examples, settings(ids), "coverage,fuzzing"))
    print("feeds")
    found = atom_check.run(base, CODE, ids["projects"])
    for fault in found:
        print(f"  {fault}")
    is_clean = not found and not any(codes)
    print(f"{'nothing found' if is_clean else 'FOUND'} in {time.monotonic() - began:.0f} s")
    return 0 if is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
