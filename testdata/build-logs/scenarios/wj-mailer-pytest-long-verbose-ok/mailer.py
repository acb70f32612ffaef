CODES = {250: "ok", 421: "not available", 450: "mailbox busy", 451: "local error", 452: "no space left",
         500: "syntax error", 501: "syntax error in parameters", 530: "authentication required", 535: "authentication failed",
         550: "mailbox not found", 552: "quota exceeded", 554: "transaction failed"}


def retry(code):
    return 400 <= code < 500


def text(code):
    if code not in CODES:
        raise LookupError(f"unknown code {code}")
    return CODES[code]
