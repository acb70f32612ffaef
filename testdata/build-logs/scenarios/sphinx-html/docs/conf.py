project = "Errors explained"
extensions = ["sphinx.ext.autodoc"]
html_theme = "sphinx_rtd_theme"
