"""zen-engine: `python3 peer_zen.py households.ndjson`.

A preloaded engine and one decision table of hit policy first, whose only column is the whole rule:
of the ways tried the fastest (README.md). Each household goes in as the JSON line it came as.
"""

import json

import zen
from common import TASK, measure, read_households


def expression(rule):
    """A JSONLogic rule in zen's expression language."""
    if not isinstance(rule, dict):
        return json.dumps(rule)
    ((sign, parts),) = rule.items()
    if sign == "var":
        return parts
    return "(" + f" {sign} ".join(map(expression, parts)) + ")"


rows = [{"when": expression(rule["when"]), "outcome": str(rule["outcome"])} for rule in TASK["rules"]]
rows.append({"when": "", "outcome": "0"})
table = {
    "hitPolicy": "first",
    "inputs": [{"id": "when", "name": "when"}],
    "outputs": [{"id": "outcome", "name": "outcome", "field": "outcome"}],
    "rules": [{"_id": f"row_{place}", **row} for place, row in enumerate(rows)],
}
graph = {
    "nodes": [
        {"id": "in", "name": "in", "type": "inputNode"},
        {"id": "table", "name": "table", "type": "decisionTableNode", "content": table},
        {"id": "out", "name": "out", "type": "outputNode"},
    ],
    "edges": [
        {"id": "first", "type": "edge", "sourceId": "in", "targetId": "table"},
        {"id": "second", "type": "edge", "sourceId": "table", "targetId": "out"},
    ],
}


def set_up(households):
    return zen.ZenEngine({"loader": {"type": "static", "content": {"task": graph}}}), households


def decide(ready):
    engine, households = ready
    return [engine.evaluate("task", it)["result"]["outcome"] for it in households]


measure("zen-engine", read_households(), set_up, decide)
