import os
import smtplib

from jinja2 import Template


def render(template, **values):
    return Template(template).render(**values)


def send(server, message):
    try:
        smtplib.SMTP(server).send_message(message)
    except:
        print(f"not sent")
