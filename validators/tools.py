"""Installs the validators, pinned, into one folder; again only when a pin changed."""

import hashlib
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PINS = ["requirements-opendata.txt", "requirements-shapes.txt", "package.json", "package-lock.json"]
CANNOT_BE_HAD = 3


def prepare(folder):
    wanted = hashlib.sha256(b"".join((HERE / pin).read_bytes() for pin in PINS)).hexdigest()
    stamp = folder / "opendata-installed"
    if stamp.is_file() and stamp.read_text() == wanted:
        print(f"the validators are in {folder.name}")
        return 0
    began = time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    shutil.rmtree(folder / "opendata", ignore_errors=True)
    try:
        subprocess.run([sys.executable, "-m", "venv", folder / "opendata"], check=True)
        pip = [python(folder), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        # Both files name all they need: nothing is worked out, so that it is the same set everywhere.
        subprocess.run([*pip, "-r", HERE / PINS[0], "-r", HERE / PINS[1]], check=True)
        for pin in ("package.json", "package-lock.json"):
            shutil.copy(HERE / pin, folder)
        npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(npm, check=True, cwd=folder)
    except subprocess.CalledProcessError as error:
        if can_be_reached(folder):
            print(f"the validators could not be installed, though the registries answer: {error}")
            return 1
        print("!!! PYPI OR NPM CANNOT BE REACHED: THE OPEN DATA FILES WERE NOT VALIDATED !!!")
        return CANNOT_BE_HAD
    stamp.write_text(wanted)
    print(f"installed the validators in {time.monotonic() - began:.0f} s")
    return 0


def can_be_reached(folder):
    """Whether both registries answer: if they do, a failure is ours (a wrong pin), not the network's."""
    pip = [python(folder), "-m", "pip", "download", "--quiet", "--no-cache-dir", "--no-deps", "six==1.17.0"]
    with tempfile.TemporaryDirectory() as empty:
        npm = ["npm", "view", "os-types@1.17.0", "version", "--cache", empty]
        tries = [subprocess.run(it, cwd=empty, capture_output=True) for it in (pip, npm)]
    return all(it.returncode == 0 for it in tries)


def python(folder):
    return folder / "opendata" / "bin" / "python"


def shapes(folder):
    """The DCAT-AP shapes, as their package brings them."""
    found = sorted((folder / "opendata").rglob("dcat_ap_shacl.jsonld"))
    return found[0] if found else folder / "no-shapes"
