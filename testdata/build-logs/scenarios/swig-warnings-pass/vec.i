%module vec
%{
int error(void);
%}
#include "missing.h"
%inline %{
struct error_list { int code; struct error_list *next; };
int error(void);
int print(const char *fmt, ...);
char *last_error;
%}
%typemap(in) fatal_t *;
void None(int pass);
int lambda(int);
