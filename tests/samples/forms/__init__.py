"""The forms other than a version of the draft: one module for each kind of file, all written without a clock."""
