<?php
mkdir('out');
$customers = [['id' => 1, 'name' => 'Ada'], ['id' => 2], ['id' => 3, 'name' => 'Eve'], ['id' => 4, 'name' => 'Max']];
$written = $skipped = 0;
foreach ($customers as $c) {
    try {
        $name = $c['name'] ?? throw new RuntimeException("customer {$c['id']} has no name");
        file_put_contents(sprintf('out/%03d.txt', $c['id']), "Invoice for $name\n" . $c['street']);
        $written++;
    } catch (RuntimeException $e) {
        echo get_class($e), ': ', $e->getMessage(), ", skipped\n", $e->getTraceAsString(), "\n";
        $skipped++;
    }
}
echo strlen(null), " bytes of remarks\n";
echo "$written invoices written, $skipped skipped, 0 failed\n";
