package Geo::Box;
use strict;
our $VERSION = 1;

sub new { my ($class, %a) = @_; return bless {%a}, $class }

sub area {
  my $self = shift;
  return eval "$self->{w} * $self->{h}";
}

1;
