#include <openssl/evp.h>
int main() { return EVP_sha256() == nullptr; }
