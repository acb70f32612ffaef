import warnings

from flask import Flask, abort

app = Flask(__name__)


@app.get("/items/<int:number>")
def item(number):
    if number > 99:
        abort(404)
    if number == 13:
        raise RuntimeError("item 13 is unlucky")
    warnings.warn("item() will be removed in 2.0", DeprecationWarning)
    return {"item": number}
