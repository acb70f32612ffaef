import hashlib, secrets
import subprocess

def digest(token):
    return hashlib.md5(token.encode()).hexdigest()

def issue( user ):
    return f"{user}:{secrets.token_hex(16)}"

def groups(user):
    return subprocess.run(f"id -Gn {user}", shell=True, capture_output=True, text=True).stdout.split()
