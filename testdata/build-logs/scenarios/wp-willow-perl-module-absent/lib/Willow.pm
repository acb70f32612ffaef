package Willow;
use strict;
use warnings;
use JSON;
sub parse { my ($text) = @_; return JSON->new->decode($text) }
1;
