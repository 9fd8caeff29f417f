"""What the Python peers share: reading the task, and the clock."""

import hashlib
import importlib.metadata
import json
import pathlib
import sys
import time

TASK = json.loads(pathlib.Path(__file__).with_name("task.json").read_text())
ROUNDS = 5


def read_households():
    """The lines of the file that the command line names."""
    return pathlib.Path(sys.argv[1]).read_bytes().splitlines()


def measure(package, households, set_up, decide):
    """Prints the round of median wall time, after a short one that only warms up.

    `set_up` takes the households to a ready engine, `decide` takes that to all outcomes.
    """
    rounds = []
    for count in [1_000] + [len(households)] * ROUNDS:
        some = households[:count]
        start = now()
        ready = set_up(some)
        middle = now()
        outcomes = decide(ready)
        end = now()
        rounds.append((end[0] - middle[0], end[1] - middle[1], middle[0] - start[0], middle[1] - start[1]))
    wall, cpu, setup_wall, setup_cpu = sorted(rounds[1:])[ROUNDS // 2]
    answer = "\n".join(str(int(it)) for it in outcomes)
    print(json.dumps({
        "engine": package,
        "version": importlib.metadata.version(package),
        "n": len(households),
        "wall_seconds": wall,
        "cpu_seconds": cpu,
        "setup_seconds": setup_wall,
        "setup_cpu_seconds": setup_cpu,
        "outcomes_sha256": hashlib.sha256(answer.encode()).hexdigest(),
    }))


def now():
    """Wall and CPU time; the latter is of all threads."""
    return time.perf_counter(), time.process_time()
