"""Hostile input in great numbers: made, run, judged, made small, reported."""
