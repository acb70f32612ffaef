project = "ledger"
extensions = ["sphinx.ext.autodoc"]
html_theme = "alabaster"
html_static_path = ["_static"]
