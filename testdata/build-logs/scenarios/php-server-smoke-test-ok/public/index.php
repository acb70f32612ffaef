<?php
if ($_SERVER['REQUEST_URI'] === '/error') {
    error_log('Uncaught RuntimeException: asked for');
    http_response_code(500);
    exit;
}
echo "ok\n";
