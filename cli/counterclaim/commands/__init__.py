"""One file a command: reads options, calls one function, prints."""
