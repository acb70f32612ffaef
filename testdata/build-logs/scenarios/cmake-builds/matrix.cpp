double det(const double (&m)[4]) { int unused_error; return m[0] * m[3] - m[1] * m[2]; }
