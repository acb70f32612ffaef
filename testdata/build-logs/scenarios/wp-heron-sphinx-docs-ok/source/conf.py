project = "heron"
extensions = ["sphinx_copybutton", "sphinx.ext.intersphinx"]
html_theme = "alabaster"
intersphinx_mapping = {"py": ("http://127.0.0.1:9/3", None)}
