import logging

logging.basicConfig(format="%(levelname)s %(message)s")
CASES = {"disk": OSError(28, "No space left on device"), "net": ConnectionRefusedError(111, "Connection refused"),
         "import": ModuleNotFoundError("No module named 'yaml'"), "memory": MemoryError(), "key": KeyError("SECRET_KEY")}
for name, case in CASES.items():
    for depth in range(3):
        try:
            raise case
        except Exception:
            logging.exception("case %s/%d: handled", name, depth)
print(f"{3 * len(CASES)} cases handled, 0 failed")
