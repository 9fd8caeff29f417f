"""openfisca-core: `python3 peer_openfisca.py households.ndjson`.

The whole population in one simulation. Its formulas are written by hand, as its authors would; that
they are the rules of task.json shows in the outcomes. The columns are numpy arrays before the clock
starts; setting up is the tax-benefit system, the simulation and its inputs.
"""

import json

import numpy
from openfisca_core.entities import Entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from common import TASK, measure, read_households

PERIOD = "2026"
# Every rule is on the whole household, so that is the only entity: less work than persons in groups.
HOUSEHOLD = Entity("household", "households", "A household", "")
HOUSEHOLD.is_person = True


def outcome(household, period):
    (members, labor, severe, status, house_grade, insured, shock, has_car, income, medical, deposit) = (
        household(fact["id"], period) for fact in TASK["facts"]
    )
    low = income < 6600 * members
    short = income - medical < 8500 * members
    heavy = (income < 24000 * members) & (100 * medical >= 60 * income)
    rules = [
        (status == 3) | (status == 4),
        has_car == 1,
        deposit > 13200 * members,
        low & (labor == 0),
        low & (severe > 0),
        low,
        short & ((shock == 1) | (severe > 0)),
        heavy,
        (house_grade == 2) | (house_grade == 3),
        (insured == 0) | (shock == 1),
    ]
    return numpy.select(rules, range(1, 11), 0)


def variable(name, **more):
    parts = {"value_type": int, "entity": HOUSEHOLD, "definition_period": DateUnit.YEAR, "label": name}
    return type(name, (Variable,), {**parts, **more})


def set_up(columns):
    system = TaxBenefitSystem([HOUSEHOLD])
    for fact in TASK["facts"]:
        system.add_variable(variable(fact["id"]))
    system.add_variable(variable("outcome", formula=outcome))
    simulation = SimulationBuilder().build_default_simulation(system, count=len(columns))
    for name in columns.dtype.names:
        simulation.set_input(name, PERIOD, columns[name])
    return simulation


def decide(simulation):
    return simulation.calculate("outcome", PERIOD)


facts = [fact["id"] for fact in TASK["facts"]]
households = [tuple(json.loads(it)[fact] for fact in facts) for it in read_households()]
measure("openfisca-core", numpy.array(households, [(it, "int32") for it in facts]), set_up, decide)
