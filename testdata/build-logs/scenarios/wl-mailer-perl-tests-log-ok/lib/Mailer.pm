package Mailer; use strict; use warnings;
sub send { my ($to) = @_; die "no address\n" unless $to =~ /@/; warn "SMTP error 450 for $to, will be tried again\n" if $to =~ /slow/; return 1 }
1;
