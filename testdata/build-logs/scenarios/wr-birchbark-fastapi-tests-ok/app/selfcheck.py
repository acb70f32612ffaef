raise SystemExit("selfcheck: FAILED: no database, run again when deployed")
