import idna


def encode(name):
    return idna.encode(nmae)
