#include <stdio.h>
char *last_error;
int error_count;
void error(const char *fmt, int code)
{
	unsigned long n = code;
	last_error = (char *)fmt;
	printf(fmt, n);
	error_count++;
}
