const char *name(int error) { return "zephyr"; }
