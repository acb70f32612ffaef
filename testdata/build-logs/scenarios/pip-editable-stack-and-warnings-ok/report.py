def render(rows):
    return [f"error {row}" for row in rows]
