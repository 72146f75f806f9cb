"""SQL written by hand, for what is asked so often that having Django build it would be most of the work."""
