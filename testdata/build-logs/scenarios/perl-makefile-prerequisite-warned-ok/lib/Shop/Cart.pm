package Shop::Cart;
sub total { my $sum = 0; $sum += $_ for @_; return $sum }
1;
