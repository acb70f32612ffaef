<?php

namespace Acme\Text;

function shout(string $s): string
{
    return strtoupper($s) . '!';
}
