int codec_open(void) { return 0; }
#ifdef NEW
int codec_seek(void) { return 0; }
#endif
