"""The command: it parses words, calls the API and shows what comes back."""
