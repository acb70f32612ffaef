#include "yapc.h"
int lex(const char **p)
{
    enum tok t = T_EOF;
    char c = *(*p)++;
    switch (c) {
    case 0: return T_EOF;
    case '+': t = T_OP;
    case '0' ... '9': t = T_NUM; break;
    default: t = T_ID;
    }
    return t;
}
