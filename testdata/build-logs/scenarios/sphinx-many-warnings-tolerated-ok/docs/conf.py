import sys

sys.path.insert(0, ".")
project = "Tools"
extensions = ["sphinx.ext.autodoc", "sphinx.ext.intersphinx"]
intersphinx_mapping = {"python": ("http://127.0.0.1:9/3", None)}
linkcheck_retries = 1
linkcheck_timeout = 2
html_static_path = ["_static"]
