#include <stdio.h>
#include <ctype.h>
int main(void)
{
	int c, in = 0, n = 0;
	while ((c = getchar()) != EOF) {
		if (!isspace(c) && !in)
			n++;
		in = !isspace(c);
	}
	printf("%d\n", n);
	return 0;
}
