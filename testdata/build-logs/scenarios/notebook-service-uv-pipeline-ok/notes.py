import os
from markdown_it import MarkdownIt
def render(text): return MarkdownIt().render(text)
