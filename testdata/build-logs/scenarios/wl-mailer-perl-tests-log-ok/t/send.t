use strict; use warnings; use Test::More; use Test::Exception; use Mailer;
ok(Mailer::send("a\@corp.example"), "sent");
ok(Mailer::send("slow\@corp.example"), "tried again");
throws_ok { Mailer::send("nobody") } qr/no address/, "refused";
SKIP: { skip "no relay in the build", 1; fail("relay") }
done_testing;
