use strict;
use warnings;
use Test::More;

ok(1, "error $_ is kept") for 1 .. 105;
is_deeply({ map { $_ => 1 } qw(a b) }, { a => 1, b => 1 }, "a set");
require_ok("Local::Report::Example");
done_testing();
