proc area(w, h: int): int = w * h
echo area(3, "4")
