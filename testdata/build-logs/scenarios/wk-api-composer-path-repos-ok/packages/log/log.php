<?php
namespace Example\Log;
function warn(string $m): void { fwrite(STDERR, "[warning] $m\n"); }
