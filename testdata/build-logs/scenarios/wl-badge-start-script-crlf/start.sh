#!/bin/bash
set -e
exec /venv/bin/python badge.py "$@"
