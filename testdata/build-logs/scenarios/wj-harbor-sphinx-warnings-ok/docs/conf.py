project = "Harbor"
author = "Harbor team"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
html_theme = "sphinx_rtd_theme"
html_static_path = ["_static"]
