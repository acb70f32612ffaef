#include <stdio.h>
int main(int argc, char **argv)
{
	fprintf(stderr, "error: %d arguments\n", argc - 1);
	return argc - 1;
}
