#include <netdb.h>
#include <pwd.h>
#include <stdio.h>
int error_count;
int main(void) { char b[L_tmpnam]; if (tmpnam(b) && getpwnam("error") && gethostbyname("error")) error_count++; printf("errors: 0\n"); return 0; }
