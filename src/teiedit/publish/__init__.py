"""From TEI to what people read: one module for each format, all with the same two functions.

`document` makes the file of one TEI document, `volume` the files of the edition as a whole.
"""
