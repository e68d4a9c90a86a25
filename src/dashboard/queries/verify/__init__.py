"""Holding a paragraph against the record: what its sentences state, which records they speak of, how the two
compare.
"""
