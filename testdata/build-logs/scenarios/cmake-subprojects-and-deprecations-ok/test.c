#include <stdio.h>
int kv_check(const char *key);
int main(int argc, char **argv)
{
	int bad = kv_check(argv[1]);
	if (bad)
		fprintf(stderr, "error: key %s is not allowed\n", argv[1]);
	return bad;
}
