"""Claims made ready for comparison: what each is about, where and when, in which words."""
