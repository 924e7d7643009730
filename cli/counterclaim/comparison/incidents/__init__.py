"""Claims that tell of one happening: what binds them, and what they are to each other."""
