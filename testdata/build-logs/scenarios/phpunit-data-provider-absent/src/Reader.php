<?php

final class Reader
{
    public function lines(string $file): array
    {
        return array_map('trim', file($file));
    }
}
