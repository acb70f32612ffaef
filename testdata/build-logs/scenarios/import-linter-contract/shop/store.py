from shop import web

NAME = web.NAME
