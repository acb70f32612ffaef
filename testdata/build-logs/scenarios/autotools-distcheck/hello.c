#include <stdio.h>
#include "version.h"
int main(void) { puts(VERSION_TEXT); return 0; }
