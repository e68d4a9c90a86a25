"""What the desk proposes of a new document: the events, dates, numbers, names and arguments of its sentences,
and the records that may hold them already.
"""
