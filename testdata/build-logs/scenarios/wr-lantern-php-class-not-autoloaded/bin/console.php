<?php
spl_autoload_register(function (string $class): void {
    $file = __DIR__ . '/../src/' . str_replace(['App\\', '\\'], ['', '/'], $class) . '.php';
    if (is_file($file)) {
        require $file;
    }
});
echo "Warming up the cache for the prod environment\n";
foreach (['App\Kernel', 'App\Cache\Routes', 'App\Cache\Translations'] as $warmer) {
    echo " * $warmer\n";
    (new $warmer())->warm();
}
