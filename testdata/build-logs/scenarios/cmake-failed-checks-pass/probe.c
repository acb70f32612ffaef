#include <stdio.h>
int main(int argc, char **argv)
{
	char *p;
	fprintf(stderr, "FATAL ERROR: %d\n", argc);
	return argc > 1;
}
