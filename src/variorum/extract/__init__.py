"""What one article says: statements, figures, times and caveats."""
