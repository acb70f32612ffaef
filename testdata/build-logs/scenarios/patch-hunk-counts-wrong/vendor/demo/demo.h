#ifndef DEMO_H
#define DEMO_H
int demo(void);
#endif
