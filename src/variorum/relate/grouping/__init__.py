"""Which propositions say the same: scores propose, contrasts rule out, clustering decides."""
