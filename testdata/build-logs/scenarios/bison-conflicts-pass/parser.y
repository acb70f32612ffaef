%{
#include <stdio.h>
int yylex(void);
void yyerror(const char *s) { fprintf(stderr, "parse error: %s\n", s); }
%}
%token NUMBER ERROR
%type <error_value> unused
%union { int error_value; }
%%
lines: | lines line ;
line: expr '\n' { printf("ok\n"); } | error '\n' { yyerrok; } ;
expr: NUMBER | expr '+' expr | expr '*' expr | '(' expr ')' ;
unused: NUMBER { $$ = 1; } ;
%%
int main(void) { return yyparse(); }
