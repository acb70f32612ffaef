package Acme::Server;
use v5.38;

sub start ($self) { say "started" }

1;
