// How votes compare with the ledger.

// `votes` are {claim id: {vote}}; a claim whose `stands` is empty cannot be compared. `first` is what always voting for the first
// option of the ballot would have agreed with, over the same claims.
export function tally(claims, ballots, votes) {
  const voted = claims.filter((claim) => votes[claim.id]?.vote);
  const compared = voted.filter((claim) => claim.stands);
  const agrees = (claim) => votes[claim.id].vote === claim.stands;
  const verdicts = [...new Set(compared.map((claim) => claim.verdict))].map((verdict) => {
    const those = compared.filter((claim) => claim.verdict === verdict);
    return { verdict, voted: those.length, agreed: those.filter(agrees).length };
  });
  const agreed = compared.filter(agrees).length;
  return {
    all: claims.length,
    voted: voted.length,
    compared: compared.length,
    agreed,
    differed: compared.length - agreed,
    first: compared.filter((claim) => ballots[claim.ballot][0].vote === claim.stands).length,
    verdicts,
  };
}
