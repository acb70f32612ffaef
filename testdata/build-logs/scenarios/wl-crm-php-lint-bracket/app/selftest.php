<?php require __DIR__ . "/model/Contact.php"; echo "ok\n";
