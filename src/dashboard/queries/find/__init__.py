"""Finding records by a question in words: what is searched, how a question is read, how records are
ranked.
"""
