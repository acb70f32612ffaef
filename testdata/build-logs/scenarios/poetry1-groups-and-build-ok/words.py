import inflection


def plural(word):
    return inflection.pluralize(word)
