package Feedr;
use strict;
use warnings;
sub rfc822 { my ($s) = @_; return $s =~ /^(\d{4})-(\d\d)-(\d\d)$/ ? "$3 $2 $1" : undef }
1;
