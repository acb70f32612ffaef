package Text::Trim;
our $VERSION = '0.01';
sub trim { my $s = shift; $s =~ s/^\s+|\s+$//g; $s }
1;
