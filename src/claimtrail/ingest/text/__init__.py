"""Plain text, and pages saved as text."""
