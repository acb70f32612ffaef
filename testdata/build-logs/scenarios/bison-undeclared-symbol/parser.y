%token NUMBER STRING
%%
list: | list item ;
item: NUMBER | STRNG | NAME '=' value ;
value: NUMBER { $$ = $2; } ;
%%
