project = "meterkit"
extensions = ["sphinx.ext.autodoc"]
html_theme = "alabaster"
