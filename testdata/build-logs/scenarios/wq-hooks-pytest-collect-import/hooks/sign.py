import hmac

import nacl.signing


def sign(body, key):
    return nacl.signing.SigningKey(key).sign(body)


def compare(a, b):
    return hmac.compare_digest(a, b)
