<?php
function render(string $name = 'x', int $rows) { return $name . $rows; }
echo render('a', 1), $undefined, "\n";
echo array_sum([1, 'x']), strlen(null), "\n";
file_get_contents('/src/missing.ini');
try { intdiv(1, 0); } catch (DivisionByZeroError $error) { fwrite(STDERR, "PHP Fatal error:  Uncaught, no, caught: $error\n"); }
