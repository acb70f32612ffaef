int faces() { return 12; }
