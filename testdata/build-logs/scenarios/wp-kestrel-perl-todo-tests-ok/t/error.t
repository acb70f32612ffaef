use strict;
use warnings;
use Test::More;
use Kestrel;
is(Kestrel::find($_), $_, "number $_") for 1 .. 40;
is(Kestrel::find('a'), undef, 'error: no number');
TODO: { local $TODO = 'hex numbers'; is(Kestrel::find('0x10'), 16, 'hex'); }
SKIP: { skip 'Test::Pod is not installed', 2; }
done_testing;
