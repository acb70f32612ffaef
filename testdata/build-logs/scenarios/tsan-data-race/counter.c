#include <pthread.h>
#include <stdio.h>
static long total;
static void *count(void *unused) {
    (void)unused;
    for (int i = 0; i < 1000; i++) total++;
    return 0;
}
int main(void) {
    pthread_t one, two;
    pthread_create(&one, 0, count, 0);
    pthread_create(&two, 0, count, 0);
    pthread_join(one, 0);
    pthread_join(two, 0);
    printf("%ld errors\n", total);
    return 0;
}
