package Wkclock;
use strict;
use warnings;
our $VERSION = '0.3';

=head1 NAME

Wkclock - a clock

=over

=head1 METHODS

=cut

sub hm { my ($s) = @_; warn "negative time\n" if $s < 0; return sprintf '%d:%02d', $s / 3600, $s / 60 % 60 }
1;
