use strict;
use warnings;
use Test::More;
use Kontor;

is(Kontor::read_error(qq({"error": "$_"})), $_, "reads error $_") for 1 .. 12;
like(Kontor::read_error("{"), qr/^failed/, "bad JSON is told");
diag("Error: this line is a diagnostic");
TODO: { local $TODO = "ticket 7"; is(Kontor::read_error('{}'), "none", "no error") }
SKIP: { skip "no database", 2; ok(0); ok(0) }
done_testing;
