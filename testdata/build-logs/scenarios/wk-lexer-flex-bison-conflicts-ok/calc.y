%{
#include <stdio.h>
#include <stdlib.h>
int yylex(void);
void yyerror(const char *s) { fprintf(stderr, "calc: %s\n", s); }
%}
%token NUM EOL UNUSED
%left '-'
%%
line: expr EOL { printf("%d\n", $1); } ;
expr: expr '+' expr { $$ = $1 + $3; } | expr '-' expr { $$ = $1 - $3; } | expr '*' expr { $$ = $1 * $3; } | NUM ;
%%
int main(void) { return yyparse(); }
