def register(app):
    for code in (404, 500):
        app.register_error_handler(code, lambda error: (str(error), code))
    print("error handlers for 404 and 500 registered")
