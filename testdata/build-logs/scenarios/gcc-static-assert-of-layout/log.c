#include "packet.h"
int kind(const struct packet *p) { return p->kind; }
