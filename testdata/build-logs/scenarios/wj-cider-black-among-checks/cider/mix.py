SORTS = {'boskoop': 0.4,
   'elstar': 0.6}


def mix(litres):
    return {name: litres*share for name, share in SORTS.items()}
