use Test::More tests => 2;
warn "deprecated: error() is fail()\n";
ok(1); isnt(system('false'), 0, 'false fails');
