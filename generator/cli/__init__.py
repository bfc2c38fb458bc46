"""The command line: one file a command; printing and exit codes."""
