#include <stdio.h>
#include <string.h>

static int failed(const char *name, int error)
{
    int name_length = strlen(name);
    for (unsigned i = 0; i < name_length; i++)
        error += name[i] == '!';
    return error;
}

int main(int argc, char **argv)
{
    return failed("hello", 0);
}
