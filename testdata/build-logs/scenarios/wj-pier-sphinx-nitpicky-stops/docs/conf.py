import sys

sys.path.insert(0, "..")
project = "Pier"
extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon"]
