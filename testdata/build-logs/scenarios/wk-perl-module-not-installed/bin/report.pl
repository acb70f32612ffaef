use strict; use warnings;
use Text::CSV_XS;
use Stats;
my $csv = Text::CSV_XS->new;
open my $fh, '<', shift or die $!;
while (my $row = $csv->getline($fh)) { print Stats::mean(@$row), "\n" }
