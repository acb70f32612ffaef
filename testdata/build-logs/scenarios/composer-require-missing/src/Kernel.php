<?php
namespace Acme;

use Monolog\Logger;

class Kernel
{
    public function run(): string
    {
        $log = new Logger('api');
        return $log->getName();
    }
}
