#include <stdio.h>
#include <stdlib.h>
int main(void)
{
	int *v = malloc(4 * sizeof *v), s = 0;
	for (int i = 0; i <= 4; i++)
		s += v[i];
	printf("%s\n", s ? "fatal error" : "0 errors");
	return 0;
}
