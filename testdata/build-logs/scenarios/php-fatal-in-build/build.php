<?php
require __DIR__ . '/pages.php';
foreach (pages() as $page) {
    echo "rendering $page\n";
}
echo render($page);
