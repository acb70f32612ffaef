<?php
require 'src/Cart.php';
$cart = new Cart();
$failed = 0;
for ($n = 1; $n <= 50; $n++) {
    $cart->add("error $n", 1.5);
    printf("test %02d: %s\n", $n, $cart->total() == $n * 1.5 ? 'ok' : 'FAILED');
}
try { $cart->add('x', -1); $failed++; } catch (DomainException $e) { fwrite(STDERR, "PHP exception as expected: {$e->getMessage()}\n"); }
echo $undefined;
printf("%d tests, %d failed\n", $n, $failed);
exit($failed);
