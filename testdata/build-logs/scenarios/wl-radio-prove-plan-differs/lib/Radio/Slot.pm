package Radio::Slot;
use strict;
use warnings;
use DateTime;

sub new { my ($class, %a) = @_; return bless {%a}, $class }
sub minutes { my $s = shift; return $s->{to} - $s->{from} }
sub overlaps { my ($s, $o) = @_; return $s->{from} <= $o->{to} && $o->{from} <= $s->{to} }
sub day { my ($s, $y, $m, $d) = @_; return DateTime->new(year => $y, month => $m, day => $d)->day_name }
1;
