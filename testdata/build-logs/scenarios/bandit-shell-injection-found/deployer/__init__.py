import subprocess


def pull(image):
    return subprocess.call("docker pull " + image, shell=True)


def name(image):
    assert image
    return image.split("/")[-1]
