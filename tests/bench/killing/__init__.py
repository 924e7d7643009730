"""What is left in a ledger by those who are ended in the middle, and by those who write at once."""
