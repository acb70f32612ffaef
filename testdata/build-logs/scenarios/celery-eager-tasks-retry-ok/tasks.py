from celery import Celery

app = Celery("tasks", broker="memory://", backend="cache+memory://")
app.conf.task_always_eager = True
attempts = []


@app.task(bind=True, max_retries=3, default_retry_delay=0)
def fetch(self, url):
    attempts.append(url)
    if len(attempts) < 3:
        raise self.retry(exc=ConnectionError(f"cannot reach {url}"))
    return len(attempts)


@app.task
def divide(a, b):
    return a / b
