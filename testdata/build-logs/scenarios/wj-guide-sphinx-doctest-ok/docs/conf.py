import os
import sys

sys.path.insert(0, os.path.abspath(".."))
project = "Guide"
extensions = ["sphinx.ext.autodoc", "sphinx.ext.doctest"]
html_theme = "furo"
