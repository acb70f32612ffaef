use Test::More tests => 1;
diag("FAILED to open the log, as is expected here");
ok(1);
