"""Gates, axes, relations and verdicts: pure functions over records."""
