import http.server

count = 0


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        global count
        count += 1
        self.send_response(200 if count % 3 == 0 else 503)
        self.end_headers()
        if count % 3 == 0:
            self.wfile.write(b"echo installed\n")


server = http.server.HTTPServer(("127.0.0.1", 8445), Handler)
print("ready", flush=True)
server.serve_forever()
