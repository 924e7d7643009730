"""Questions and what becomes of each: who answers it, in which words, and the verdict."""
