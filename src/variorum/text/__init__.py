"""Pure functions on strings and numbers; they know no noun of ours."""
