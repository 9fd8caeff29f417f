"""Runs other people's validators over a release's files. Needs nothing but Python 3.11 and Node.

    python run.py prepare TOOLS            installs the validators into the folder TOOLS, if they are not
    python run.py check TOOLS FILES REPORTS   all six checks over the folder FILES; a report of each
    python run.py faults TOOLS FILES       one fault for each check in a copy: each must be caught

Exit 0: done, nothing found. 1: something was found, a fault was not caught, or a pin is wrong.
2: used wrongly. 3: PyPI or npm cannot be reached.
"""

import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

import checks  # noqa: E402
import faults  # noqa: E402
import tools  # noqa: E402


def main(arguments):
    match arguments:
        case ["prepare", folder]:
            return tools.prepare(pathlib.Path(folder).resolve())
        case ["check", folder, files, reports]:
            return checks.run(*(pathlib.Path(it).resolve() for it in (folder, files, reports)))
        case ["faults", folder, files]:
            return faults.run(*(pathlib.Path(it).resolve() for it in (folder, files)))
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
