<?php
libxml_use_internal_errors(true);
simplexml_load_string('<error><a></error>');
foreach (libxml_get_errors() as $error) echo "as expected: fatal error {$error->code}: {$error->message}";
trigger_error('the old API is deprecated', E_USER_DEPRECATED);
for ($n = 0; $n < 20; $n++) echo "test $n: OK\n";
