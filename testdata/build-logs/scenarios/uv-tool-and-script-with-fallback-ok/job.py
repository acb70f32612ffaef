# /// script
# requires-python = ">=3.11"
# dependencies = ["humanize==4.10.0"]
# ///
import humanize

print("processed", humanize.naturalsize(1234567), "with 0 errors")
