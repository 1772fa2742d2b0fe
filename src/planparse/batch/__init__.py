"""A folder of notices: every file in a worker of its own, results as they come, and a manifest of what was done."""
