<?php
class Old { public $a; }
$old = new Old();
$old->b = 1;
echo $undefined;
echo strlen(null), "\n";
trigger_error("config.php not found, using defaults", E_USER_WARNING);
