void error(const char *fmt, int code);
void handle(int code, void *context)
{
	switch (code) {
	case 1: error("error: no such file %lu\n", code);
	case 2: error("error: permission denied %lu\n", code);
	}
}
