from celery import Celery

app = Celery("tasks", broker="memory://")


@app.task
def add(x, y):
    return x + y
