#pragma once
int verbosity;
void log_error(const char *what);
