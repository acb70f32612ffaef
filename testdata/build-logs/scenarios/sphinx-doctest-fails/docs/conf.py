project = "Shapes"
extensions = ["sphinx.ext.doctest"]
