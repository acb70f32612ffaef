%module vec
%include "typemaps-vec.i"
%include <std_vector_of_errors.i>
int dot(int a, int b);
