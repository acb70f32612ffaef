package Tariff;
use strict;
use warnings;
my %book = (night => { cents => 12 });
sub price { my ($k) = @_; my $t = $book{$k} or die "Tariff: no entry '$k' in the book"; return $t->{cents} }
1;
