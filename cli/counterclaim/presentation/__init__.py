"""Consoles, tables and other views: they take results and compute nothing."""
