package Acme::Retry;
use strict;
use warnings;

our $VERSION = '0.03';

sub retry {
    my ($times, $what) = @_;
    for my $try (1 .. $times) {
        my $result = eval { $what->($try) };
        return $result unless $@;
        warn "attempt $try failed: $@";
    }
    die "gave up after $times attempts\n";
}

1;
