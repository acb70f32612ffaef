int codec_seek(void);
int main(void) { return codec_seek(); }
