#include "packet.h"
#include <stddef.h>
_Static_assert(sizeof(struct packet) == 7, "struct packet goes over the wire as it is");
_Static_assert(offsetof(struct packet, port) == 5, "port follows length");
uint32_t length(const struct packet *p) { return p->length; }
