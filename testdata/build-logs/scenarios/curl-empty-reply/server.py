import socket

server = socket.create_server(("127.0.0.1", 8232))
print("ready", flush=True)
while True:
    connection, _ = server.accept()
    connection.recv(1000)
    connection.close()
