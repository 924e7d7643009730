"""What every rule asks of a sentence: who does what to whom, how far a phrase reaches, which words
are finite or negations, which ones are numbers. Nothing here knows of war, speech or places."""
