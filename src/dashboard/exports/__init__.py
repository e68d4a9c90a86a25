"""What a reader takes away: references, citations, tables, packets, pictures, annotations and the whole
package. Frames and texts in, text or bytes out.
"""
