import http.server


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response({"old": 301, "gone": 410}.get(self.path.split("/")[1], 200))
        self.end_headers()

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 8281), Handler)
print("ready", flush=True)
server.serve_forever()
