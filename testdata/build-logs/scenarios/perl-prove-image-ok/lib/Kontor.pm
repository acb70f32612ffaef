package Kontor;
use strict;
use warnings;
use JSON;

sub read_error { my $d = eval { decode_json(shift) }; return $@ ? "failed: " . (split / at /, $@)[0] : $d->{error} }
1;
