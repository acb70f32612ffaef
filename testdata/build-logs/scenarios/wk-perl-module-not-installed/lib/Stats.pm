package Stats;
use strict; use warnings;
sub mean { my $t = 0; $t += $_ for @_; return $t / @_ }
1;
