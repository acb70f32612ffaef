project = "Handbook"
extensions = ["sphinx.ext.doctest", "sphinx.ext.autodoc"]
html_theme = "furo"
