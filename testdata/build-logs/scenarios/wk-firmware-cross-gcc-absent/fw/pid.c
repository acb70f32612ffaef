int pid_step(int err, int *acc) { *acc += err; return 3 * err + *acc / 8; }
