"""Any history two agencies may write, with bundles crossing on their way."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from app.rules.fold import StepFacts, fold, recordable
from app.rules.steps import Side
from tests.rules.thread import TO_POLICE, UNSHARED, Thread

OPENER, COUNTERPART = Side.OPENER, Side.COUNTERPART
SIDES: Final = (OPENER, COUNTERPART)
History = tuple[list[StepFacts], list[StepFacts], int]

ACTS = st.tuples(st.sampled_from(SIDES), st.integers(0, 999), st.integers(0, 3))
BEGUN = sorted({after for rule in TO_POLICE.rules.values() for after in rule.moves.values()})


@st.composite
def histories(draw: st.DrawFn) -> History:
    """What the opener holds, what the counterpart holds, and a seed for orders of arrival.

    From some state on each side writes what its own view allows, rather what moves the state than
    a remark; now and then a bundle goes over. At the end both have everything that is shared.
    """
    thread = Thread(swapped=draw(st.booleans()))
    thread.reach(draw(st.sampled_from([s for s in BEGUN if s not in UNSHARED])))
    held = {side: list(thread.steps) for side in SIDES}
    for side, number, carry in draw(st.lists(ACTS, min_size=2, max_size=20)):
        folded = fold(TO_POLICE, held[side])
        kinds = recordable(TO_POLICE, folded, side)
        moving = [k for k in kinds if TO_POLICE.rules[k].moves[folded.state] != folded.state]
        chosen = moving if moving and number % 4 else kinds
        own = [step for step in thread.steps if step.side is side]
        about = own[number % len(own)].uid if own else ""
        kind = chosen[number // 4 % len(chosen)]
        held[side].append(thread.write(kind, side, knowing=held[side], about=about))
        if carry == 0:
            held[OPENER], held[COUNTERPART] = exchanged(held)
    opener, counterpart = exchanged(held)
    return opener, counterpart, draw(st.integers(0, 2**16))


def exchanged(held: dict[Side, list[StepFacts]]) -> tuple[list[StepFacts], list[StepFacts]]:
    everything = {step.uid: step for steps in held.values() for step in steps}
    return (
        [s for s in everything.values() if s.side is OPENER or not s.internal],
        [s for s in everything.values() if s.side is COUNTERPART or not s.internal],
    )
