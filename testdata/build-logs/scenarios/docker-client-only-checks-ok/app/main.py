raise SystemExit("error: not for use outside of the image")
