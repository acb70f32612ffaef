def subject(name):   
    return f"Hello {name}"
