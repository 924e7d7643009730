"""Typed, read-only access to data/: gazetteer, actors and sides, sources, predicates, cues."""
