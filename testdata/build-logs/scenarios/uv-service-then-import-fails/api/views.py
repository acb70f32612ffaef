from flask import Flask
from worker.tasks import send

app = Flask(__name__)
