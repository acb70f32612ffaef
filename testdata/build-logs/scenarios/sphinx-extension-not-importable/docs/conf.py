project = "Beacon"
author = "The Beacon team"
extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton", "myst_parser"]
html_theme = "furo"
