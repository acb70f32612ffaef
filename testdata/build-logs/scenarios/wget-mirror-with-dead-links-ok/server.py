import http.server


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        name = self.path.strip("/")
        if name == "index.html":
            body = "".join(f'<a href="/p{n}.html">{n}</a>' for n in range(15))
        elif name in ("p3.html", "p8.html"):
            self.send_error(404)
            return
        elif name == "robots.txt":
            self.send_error(404)
            return
        else:
            body = "<p>ok</p>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 8295), Handler)
print("ready", flush=True)
server.serve_forever()
