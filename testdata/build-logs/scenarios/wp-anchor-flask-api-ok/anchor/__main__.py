import argparse
p = argparse.ArgumentParser(prog="anchor")
p.add_argument("--port")
p.parse_args()
