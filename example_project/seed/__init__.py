"""The content of the example newspaper: one real article in Arabic, and its English translation."""
