"""Two claims: whether they may be compared, and what they are to each other."""
