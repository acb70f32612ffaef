<?php
$cache = [];
for ($n = 0; $n < 100000; $n++) {
    if ($n % 5000 == 0) { echo "warming cache: $n\n"; }
    $cache[] = str_repeat("row $n", 100);
}
