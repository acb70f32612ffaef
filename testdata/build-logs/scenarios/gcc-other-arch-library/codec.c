int codec_open(int fd) { return fd + 1; }
