use strict; use warnings;
use Rows;
my $bad=0;
open(F, $ARGV[0]) || die "cannot open: $!";
while(<F>) {
  chomp;
  eval { Rows::check($_); 1 } or do { warn "rejected: $@"; $bad++ };
}
print "done, $bad rejected\n";
