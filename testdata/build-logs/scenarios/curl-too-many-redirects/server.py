import http.server


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/fonts":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"Inter\nRoboto\n")
        else:
            self.send_response(302)
            self.send_header("Location", "/login?next=" + self.path.split("=")[-1])
            self.end_headers()

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 8231), Handler)
print("ready", flush=True)
server.serve_forever()
