package Price;
use strict;
use warnings;

sub parse {
    my $text = shift;
    die "invalid price: $text\n" unless $text =~ /^(\d+)\.(\d\d)$/;
    return $1 * 100 + $2;
}

1;
