<?php

declare(strict_types=1);

require __DIR__ . '/Migrator.php';

$migrator = new Migrator('pgsql:host=127.0.0.1;dbname=shop', 'shop', 'shop');
echo "Running migrations\n";
$migrator->run();
