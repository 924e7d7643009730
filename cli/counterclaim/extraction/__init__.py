"""Sentences to claims: attribution, speakers, stance, events, places, times, quantities."""
