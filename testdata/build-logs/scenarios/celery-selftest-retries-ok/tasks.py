from celery import Celery

app = Celery("tasks", broker="memory://")
app.conf.task_always_eager = True
seen = {}


@app.task(bind=True, max_retries=3, default_retry_delay=0)
def fetch(self, name):
    seen[name] = seen.get(name, 0) + 1
    if seen[name] < 3:
        raise self.retry(exc=ConnectionError(f"{name}: connection refused"))
    return name
