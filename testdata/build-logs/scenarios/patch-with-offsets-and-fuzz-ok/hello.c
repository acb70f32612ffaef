/*
 * Greets.
 */
#include <stdio.h>

int unused;

int main(void)
{
	puts("hello, world");
	return 0;
}
