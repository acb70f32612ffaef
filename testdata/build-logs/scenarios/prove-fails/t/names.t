use strict;
use warnings;
use Test::More;

is(ucfirst("anna"), "Anna", "name $_") for 1 .. 40;
is(join("-", split(/ /, "a  b")), "a-b", "two blanks are one");
done_testing();
