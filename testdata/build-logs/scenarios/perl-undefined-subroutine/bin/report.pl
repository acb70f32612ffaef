use strict;
use warnings;

my %sum;
print "reading $ARGV[0]\n";
open my $in, '<', $ARGV[0] or die "$ARGV[0]: $!";
while (<$in>) {
    chomp;
    my ($region, $amount) = split /,/;
    next unless defined $amount;
    $sum{$region} += $amount;
}
print "writing report\n";
for my $region (sort keys %sum) {
    printf "%-10s %s\n", $region, format_number($sum{$region});
}
