import sys, bottle
import mistune
def render(text): return mistune.html(text) if text else sys.stderr.write("error: the page is empty\n") and ""
