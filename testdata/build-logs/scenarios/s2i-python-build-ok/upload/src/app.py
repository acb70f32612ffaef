from werkzeug import Response

application = Response("ok")
