import socket
import threading

server = socket.create_server(("127.0.0.1", 8234))
print("ready", flush=True)
kept = []
while True:
    kept.append(server.accept())
