package A;
sub f { my $x = shift; open(F, $x); return eval "$x + 1"; }
1;
