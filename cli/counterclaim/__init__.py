"""Who claims what, since when, through whom, and where do the claims collide."""

__version__ = "0.1.0"
