#include <stdio.h>
long sum(const int *v, int n);
int main(void)
{
	int small[] = {1, 2, 3}, large[] = {2000000000, 2000000000};
	int failed = 0;
	printf("small: %s\n", sum(small, 3) == 6 ? "ok" : "FAILED");
	if (sum(large, 2) != 4000000000L) {
		printf("large: FAILED: expected 4000000000, got %ld\n", sum(large, 2));
		failed = 1;
	}
	return failed;
}
