"""Installs the validators, pinned, into one folder; again only when a pin changed."""

import hashlib
import pathlib
import shutil
import subprocess
import sys
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
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        print(f"!!! THE OPEN DATA VALIDATORS COULD NOT BE INSTALLED, SO NOTHING WAS VALIDATED: {error}")
        return CANNOT_BE_HAD
    stamp.write_text(wanted)
    print(f"installed the validators in {time.monotonic() - began:.0f} s")
    return 0


def python(folder):
    return folder / "opendata" / "bin" / "python"


def shapes(folder):
    """The DCAT-AP shapes, as their package brings them."""
    found = sorted((folder / "opendata").rglob("dcat_ap_shacl.jsonld"))
    return found[0] if found else folder / "no-shapes"
