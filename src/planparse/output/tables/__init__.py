"""All results as tables: six of them, defined once in ``notice_tables``, and one writer for each format."""
