"""Which vote on a claim agrees with the ledger."""

from __future__ import annotations

from ..content import models as m

_VOTE_OF_VERDICT = {"judgement": "cannot", "not checkable": "cannot"}
_VOTE_OF_OUTCOME = {"happened": "will", "did not happen": "will not", "partly": "partly"}


def agreeing_vote(claim: m.Claim, forecasts: list[m.Forecast]) -> str:
    """Return the vote that agrees with the ledger; empty where a forecast's end is not known."""
    if claim.verdict != "forecast":
        return _VOTE_OF_VERDICT.get(claim.verdict, claim.verdict)
    outcomes = {_VOTE_OF_OUTCOME.get(forecast.outcome, "") for forecast in forecasts}
    # A claim that was split into two forecasts with different ends came true in part.
    if not outcomes or "" in outcomes:
        return ""
    return outcomes.pop() if len(outcomes) == 1 else "partly"
