package Text::Crumbs;
use strict;
use warnings;
our $VERSION = '0.07';
sub crumbs { my $path = shift; die "crumbs: no path\n" unless defined $path; return grep { length } split m{/}, $path }
1;
