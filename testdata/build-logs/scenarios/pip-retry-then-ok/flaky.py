"""A package index that breaks two of three connections."""
import http.server
import pathlib

count = 0


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        global count
        count += 1
        if count % 3:
            self.connection.close()
            return
        name = self.path.strip("/").split("/")[-1]
        found = pathlib.Path("files") / name
        if found.is_file():
            data, kind = found.read_bytes(), "application/octet-stream"
        else:
            links = "".join(f'<a href="/files/{f.name}">{f.name}</a>' for f in pathlib.Path("files").iterdir()
                            if f.name.startswith(name + "-"))
            data, kind = f"<html><body>{links}</body></html>".encode(), "text/html"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args):
        pass


server = http.server.HTTPServer(("127.0.0.1", 8432), Handler)
print("ready", flush=True)
server.serve_forever()
