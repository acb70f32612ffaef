from mail.templates import TEMPLATES, render_html

def send():
    pass
