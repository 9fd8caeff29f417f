"""Writes N households, one JSON object a line: `python3 generate.py N > households.ndjson`.

Always the same ones: the seed is fixed, and every number comes from `random()` alone, whose sequence
Python keeps from version to version. Every fact is known.
"""

import json
import random
import sys

chance = random.Random(2026)


def upto(top):
    """A whole number from 0 to `top`, each as likely."""
    return int(chance.random() * (top + 1))


def yes(percent):
    return int(chance.random() * 100 < percent)


def pick(weights):
    """A place in `weights`, as likely as its weight; they add up to 100."""
    left = chance.random() * 100
    for place, weight in enumerate(weights):
        left -= weight
        if left < 0:
            return place
    return len(weights) - 1


def household():
    members = 1 + pick([14, 24, 22, 18, 11, 6, 3, 1, 1])
    return {
        "members": members,
        "labor": upto(members),
        "severe": min(members, pick([85, 12, 3])),
        "status": pick([78, 8, 5, 7, 2]),
        "house_grade": pick([40, 25, 8, 4, 23]),
        "insured": yes(93),
        "shock": yes(9),
        "has_car": yes(12),
        "total_income": upto(300) * 100 * members,
        "medical_cost": upto(600) * 100 if yes(25) else upto(30) * 100,
        "deposit": upto(600) * 100 if yes(30) else 0,
    }


for _ in range(int(sys.argv[1])):
    print(json.dumps(household()))
