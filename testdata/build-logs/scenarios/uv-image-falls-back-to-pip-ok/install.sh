if uv --version; then
    uv pip install --system -r requirements.txt
else
    echo "uv is not here, pip is used" >&2
    pip install --no-cache-dir --index-url http://127.0.0.1:3141/root/pypi/ --retries 0 -r requirements.txt ||
        pip install --no-cache-dir -r requirements.txt
fi
