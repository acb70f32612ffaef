package Shop;
use strict;
sub price { my ($n) = @_; die "negative price\n" if $n < 0; return $n * 1.19 }
my $total; my $total = 1;
1;
