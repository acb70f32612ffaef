package Round::Money;
our $VERSION = '0.05';
sub cents { return int($_[0] * 100) }
1;
