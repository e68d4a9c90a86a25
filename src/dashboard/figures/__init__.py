"""Every figure of the Atlas, declared once and built from the data alone: whoever shows figures reads them
here.
"""
