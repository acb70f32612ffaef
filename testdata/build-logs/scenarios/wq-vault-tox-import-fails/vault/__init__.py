import yaml


def load(text):
    data = yaml.safe_load(text)
    return {key.lower(): value for key, value in data.items()}
