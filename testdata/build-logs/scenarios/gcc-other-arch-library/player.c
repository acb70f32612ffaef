#include <stdio.h>
int codec_open(int fd);
int main(int argc, char **argv)
{
	int unused;
	printf("%d\n", codec_open(argc));
	return 0;
}
