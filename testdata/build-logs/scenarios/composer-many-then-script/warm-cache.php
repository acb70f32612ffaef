<?php
require 'vendor/autoload.php';
foreach (range(1, 20) as $n) echo "warming route $n\n";
$cache = new Example\Cache\Store('routes');
