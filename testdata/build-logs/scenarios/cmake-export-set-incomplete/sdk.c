int util(void); int sdk(void) { return util(); }
