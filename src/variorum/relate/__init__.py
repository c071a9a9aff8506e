"""Across articles: who is who, who copied whom, what they assert together and what it rests on."""
