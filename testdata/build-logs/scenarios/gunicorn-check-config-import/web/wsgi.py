from flask import Flask

from web.extensions import cache

app = Flask(__name__)
cache.init_app(app)
