use Test::More tests => 4;
ok 1, 'one';
die "cannot connect to queue at $0\n";
