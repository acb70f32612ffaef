use strict;
use warnings;
my @rows = (1, 2;
foreach my $row (@rows) { print "$totl\n" }
