#include <sqlite3.h>
#include <stdio.h>
int main(int argc, char **argv) {
    int unused;
    if (argc > 1) {
        fprintf(stderr, "error: unknown command %s\n", argv[1]);
        return 2;
    }
    printf("notes with SQLite %s\n", sqlite3_libversion());
    return 0;
}
