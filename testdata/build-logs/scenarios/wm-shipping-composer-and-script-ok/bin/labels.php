<?php
require __DIR__ . '/../vendor/autoload.php';
error_reporting(E_ALL);
ini_set('display_errors', 'stderr');
for ($i = 1; $i <= (int)$argv[1]; $i++) {
    try {
        echo (new Acme\Label($i))->text(), "\n";
    } catch (DomainException $e) {
        fwrite(STDERR, "label $i failed: {$e->getMessage()}, printed by hand\n");
    }
}
echo $undefined ?? 'no carrier set', "\n";
trigger_error('carrier "post" is deprecated', E_USER_DEPRECATED);
