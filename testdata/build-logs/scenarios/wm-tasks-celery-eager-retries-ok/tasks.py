from celery import Celery

app = Celery("tasks", broker="memory://", backend="cache+memory://")
app.conf.task_always_eager = True
seen = []


@app.task(bind=True, max_retries=3, default_retry_delay=0)
def fetch(self, name):
    seen.append(name)
    if seen.count(name) < 3:
        raise self.retry(exc=ConnectionError(f"{name}: connection reset"))
    return f"{name} after {seen.count(name)} attempts"


@app.task
def broken():
    raise KeyError("config")
