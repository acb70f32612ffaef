<?php
foreach (glob('page_[0-9]*.php') as $file) {
    token_get_all(file_get_contents($file), TOKEN_PARSE);
    echo "No syntax errors detected in $file\n";
}
