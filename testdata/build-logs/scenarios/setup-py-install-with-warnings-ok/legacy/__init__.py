import six


def text(value):
    return six.text_type(value)
