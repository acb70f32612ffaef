int luaopen_geo_core(void *L) { (void)L; return 0; }
