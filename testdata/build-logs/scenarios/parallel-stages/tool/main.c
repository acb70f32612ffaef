#include <math.h>
#include <stdio.h>

double scale(double x);

int main(int argc, char **argv)
{
	(void)argv;
	printf("%f\n", scale(argc));
	return 0;
}
