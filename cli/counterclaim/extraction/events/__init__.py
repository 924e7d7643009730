"""What is said to happen or hold: the predicate, who does it to whom, and the rest of its roles."""
