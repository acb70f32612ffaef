extern "C" int alpha() { return 1; }
