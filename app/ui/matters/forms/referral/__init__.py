"""The form of a referral: a wizard, because it is long, ordered, branching and ends in an act."""
