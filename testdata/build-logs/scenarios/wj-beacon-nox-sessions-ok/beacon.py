"""Beacons from YAML."""

import yaml


def load(text):
    try:
        found = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(f"no YAML: {error}") from error
    return [b["name"] for b in found or []]
