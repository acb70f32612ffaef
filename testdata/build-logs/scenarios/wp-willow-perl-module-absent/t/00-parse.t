use strict;
use warnings;
use Test::More tests => 2;
use Willow;
is(Willow::parse('{"a":1}')->{a}, 1, 'number');
ok(!eval { Willow::parse('{'); 1 }, 'an error for a broken file');
