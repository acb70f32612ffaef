<?php
echo "Building thumbnails\n";
foreach (['a.png', 'b.png'] as $name) {
    $image = imagecreatetruecolor(10, 10);
}
