def route(path):
    match path:
        case "/":
            return "index"
