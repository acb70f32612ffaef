print("const int table[] = {0};")
