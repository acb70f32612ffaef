#include "scene.h"
int main(void) { return 0; }
