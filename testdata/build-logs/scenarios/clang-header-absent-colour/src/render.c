#include "scene.h"
int render(struct node *n) { switch (n->kind) { case 0: n->kind = 1; case 1: return 2; } }
