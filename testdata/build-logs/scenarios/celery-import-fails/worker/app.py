from celery import Celery

from worker.tasks import cleanup

app = Celery("worker", broker="memory://")
