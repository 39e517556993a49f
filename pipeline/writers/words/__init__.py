"""The Secretariat's own words in the four official languages: plain dictionaries with the same keys, joined by phrases.py."""
