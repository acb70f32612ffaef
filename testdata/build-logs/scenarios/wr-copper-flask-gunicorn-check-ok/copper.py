import sys, os
import warnings

from flask import Flask, abort

warnings.warn("copper.v1 is deprecated", DeprecationWarning)
app = Flask(__name__)


@app.get("/ingots/<int:n>")
def ingot(n):
    if n > 10:
        abort(404, "ERROR: there is no ingot of that number, this message is somewhat long")
    if n == 0:
        raise RuntimeError("furnace failed")
    return str(n)
