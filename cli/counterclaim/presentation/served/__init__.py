"""The pages of a ledger that is served, beside those of its places."""
