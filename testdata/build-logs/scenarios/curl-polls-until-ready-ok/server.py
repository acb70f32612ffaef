import http.server

answers = iter([503, 500, 502, 503])


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self):
        status = {"/ready": next(answers, 200) if self.path == "/ready" else 0, "/metrics": 200, "/admin": 401}.get(self.path, 404)
        body = b"errors_total 0\nfailed_total 0\n" if status == 200 else b"error\n"
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_HEAD = answer


server = http.server.HTTPServer(("127.0.0.1", 8478), Handler)
print("ready")
server.serve_forever()
