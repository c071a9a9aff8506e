"""From a capture to an article: its text, what of it is the report, who printed it and when."""
