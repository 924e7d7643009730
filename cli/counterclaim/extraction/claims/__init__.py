"""From words to claims: which words are one, whose, in which stance, and where to look for the
place and the time of the event."""
