"""How fast the Atlas is, beside an empty Streamlit page and a page like the GDP template's, measured in the
same run.
"""
