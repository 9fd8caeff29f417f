"""Seeds one fault for each check in a copy of a release's folder, and demands that the check finds it."""

import pathlib
import re
import shutil
import tempfile

import checks


def wrong_code(files):
    """A status that the closed codelist of OC4IDS does not have."""
    replace(first(files, "oc4ids.json"), '"status":"implementation"', '"status":"half-done"')


def no_party(files):
    """A public authority that is no party of its project."""
    replace(first(files, "oc4ids.json"), '"publicAuthority":{"id":"', '"publicAuthority":{"id":"X')


def wrong_cell(files):
    """A word where a column has money."""
    replace(first(files, "payments.csv"), ",40000.03,", ",forty thousand,")


def cut_table(files):
    """A download that ended early, as one does when the server dies."""
    file = first(files, "payments.csv")
    file.write_bytes(file.read_bytes()[:-2000])


def wrong_currency(files):
    """A currency by its common name."""
    replace(first(files, "datapackage.json"), '"currency":"CNY"', '"currency":"rmb"')


def wrong_type(files):
    """A column type that OpenSpending does not know."""
    replace(first(files, "datapackage.json"), '"columnType":"value"', '"columnType":"valuable"')


def no_title(files):
    """A catalogue without its titles, in both forms alike."""
    for name in ("catalog.ttl", "catalog.jsonld"):
        replace(files / name, "dcterms:title", "rdfs:label", everywhere=True)


def flipped_byte(files):
    """One bit of one byte, in a spreadsheet."""
    file = first(files, "projects.xlsx")
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


# The fault, the check that must find it, and what it must say: not only that a file's hash changed.
FAULTS = [
    (wrong_code, "oc4ids", "half-done"),
    (no_party, "oc4ids", "missing-org-refs"),
    (wrong_cell, "tables", "type-error"),
    (cut_table, "tables", "the file was cut"),
    (wrong_currency, "fdp", "rmb"),
    (wrong_type, "os-types", "unknown type valuable"),
    (no_title, "dcat", "dcterms:title"),
    (flipped_byte, "sha256", "projects.xlsx: FAILED"),
]


def first(files, name):
    """Of the files of this name the largest: the county that has everything."""
    return max(files.rglob(name), key=lambda it: it.stat().st_size)


def replace(file, old, new, everywhere=False):
    """Puts `new` for `old`, whether or not a space stands after each colon of JSON."""
    pattern = re.escape(old).replace('":', '": ?').encode()
    content, n = re.subn(pattern, new.encode(), file.read_bytes(), count=0 if everywhere else 1)
    if n == 0:
        raise SystemExit(f"no fault can be seeded: {file.name} has no {old}")
    file.write_bytes(content)


def run(folder, files):
    n_missed = 0
    for seed, name, words in FAULTS:
        with tempfile.TemporaryDirectory() as copy:
            copied = pathlib.Path(copy) / "files"
            shutil.copytree(files, copied)
            seed(copied)
            result = checks.check(name, folder, copied)
        # A check that broke off found nothing: the fault must be what it complains about.
        said = [it for it in result["printed"].splitlines() if words in it]
        caught = not result["passed"] and result["findings"] > 0 and bool(said)
        n_missed += not caught
        print(f"{'caught' if caught else 'MISSED'} by {name:<9} {seed.__doc__}")
        print(f"       {(said or result['printed'].splitlines())[-1][:200]}")
    return 1 if n_missed else 0
