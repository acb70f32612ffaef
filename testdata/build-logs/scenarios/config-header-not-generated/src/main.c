#include "common.h"
int main_ready(void) { return VERSION; }
