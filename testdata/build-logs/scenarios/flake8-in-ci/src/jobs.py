import os, sys


def run(job):
    try:
        return job()
    except:
        print('job failed: %s' % job )


def retry(job, times = 3):
    for i in range(times) :
        run(jbo)
