<?php
require __DIR__ . '/../vendor/autoload.php';

echo (new Acme\Kernel())->run(), "\n";
