#include <stdio.h>
int main(int argc, char **argv)
{
	(void)argv;
	if (argc > 1)
		fprintf(stderr, "error: bad input\n");
	return argc > 1;
}
