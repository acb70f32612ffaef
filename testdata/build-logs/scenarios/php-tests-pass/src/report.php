<?php
$rows = ['a' => 1];
echo @$rows['missing'], "report: 0 errors\n";
trigger_error('3 rows were skipped', E_USER_WARNING);
