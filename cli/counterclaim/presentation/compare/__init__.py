"""What `compare` shows: its parts, and the forms they are printed in."""
