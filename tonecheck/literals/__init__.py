"""Literal facts found in visible text: sums, dates, references, contacts, opaque stretches.

Every finder takes the visible text of a message and returns small frozen values with
offsets into it, in order and without overlaps, in time linear in the text. A placeholder
(U+E000) is a wall that no literal and no window of context crosses.
"""
