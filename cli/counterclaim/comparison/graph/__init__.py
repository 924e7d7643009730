"""Many claims: classes of them that say the same, and the relations between all of them."""
