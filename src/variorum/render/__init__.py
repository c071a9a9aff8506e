"""An account as text, JSON, Markdown or a page; nothing is computed here."""
