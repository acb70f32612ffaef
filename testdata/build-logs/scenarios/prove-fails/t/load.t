use Test::More tests => 2;
ok(1, "loads");
ok(1, "stays loaded");
