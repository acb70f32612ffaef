#include <cstdio>
int filter(); int noise(); int wav();
int main(int argc, char **) { std::printf("%d\n", filter() + noise() + wav()); }
