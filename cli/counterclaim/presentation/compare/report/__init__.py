"""The parts of the report as a page: each makes plain data that the template prints."""
