"""What knows Word and knows no state: packages, streams of tokens, marks, numbering, comments, notes."""
