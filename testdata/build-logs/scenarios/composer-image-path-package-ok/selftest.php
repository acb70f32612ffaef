<?php
require __DIR__ . '/vendor/autoload.php';
use Kontor\Money\Money;

$failed = 0;
foreach (['1.50', '12', 'error'] as $text) {
    try {
        echo $text, ' is ', Money::parse($text), " cents\n";
    } catch (InvalidArgumentException $e) {
        fwrite(STDERR, 'Error: ' . $e->getMessage() . "\n");
        $failed++;
    }
}
exit($failed === 1 ? 0 : 1);
