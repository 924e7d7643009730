"""Other ways to look at a comparison: over time, source against source, pair by pair, what is left
out, what one record rests on."""
