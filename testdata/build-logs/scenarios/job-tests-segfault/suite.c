#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv)
{
	int n = atoi(argv[argc - 1]);
	int *volatile p = n == 4 ? NULL : &n;
	printf("ok, %d errors\n", 0);
	fflush(stdout);
	return *p < 0;
}
