import docker

print("docker library", docker.__version__)
client = docker.from_env()
for image in client.images.list():
    print(image.tags)
