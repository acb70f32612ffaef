int grain_weight(const char *name);
int grain_known(const char *name);
