#include <openssl/ssl.h>
int main(void) { return SSL_library_init() != 1; }
