#ifndef SENSOR_H
#define SENSOR_H
struct sample { int id; double value; };
int read_samples(const char *path, struct sample *out, int max);
double average(const struct sample *s, int n);
void report(const struct sample *s, int n);
#endif
