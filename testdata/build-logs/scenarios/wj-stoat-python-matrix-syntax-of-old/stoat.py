def coat(month):
    match month:
        case 12 | 1 | 2:
            return "white"
        case m if 3 <= m <= 11:
            return "brown"
        case _:
            raise ValueError(f"no month: {month}")
