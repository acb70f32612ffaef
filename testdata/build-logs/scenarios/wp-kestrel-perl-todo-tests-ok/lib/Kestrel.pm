package Kestrel;
use strict;
use warnings;
our $VERSION = "0.03";
sub find { my ($n) = @_; return $n =~ /^\d+$/ ? $n + 0 : undef }
1;
