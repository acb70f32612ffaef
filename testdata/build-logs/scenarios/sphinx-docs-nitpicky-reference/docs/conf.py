project = "acme"
extensions = ["sphinx.ext.autodoc"]
html_theme = "furo"
