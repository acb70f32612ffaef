project = "Payments"
extensions = ["sphinx.ext.autosectionlabel"]
html_theme = "sphinx_rtd_theme"
