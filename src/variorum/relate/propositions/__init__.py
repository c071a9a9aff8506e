"""What a statement asserts, taken apart: words, who does what to whom, whether, when, how many."""
