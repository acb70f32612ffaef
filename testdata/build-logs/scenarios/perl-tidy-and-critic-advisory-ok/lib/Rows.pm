package Rows;
sub check { my ($r) = @_; die "error: empty row\n" if $r eq ''; my $n = $r + 0; return $n }
1;
