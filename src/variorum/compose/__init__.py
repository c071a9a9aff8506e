"""From claims to an account: order, timeline, matrix, what to verify next."""
