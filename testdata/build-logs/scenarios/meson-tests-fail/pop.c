int push(int); int pop(void);
int main(void) { push(2); return pop() != 2; }
