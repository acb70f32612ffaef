<?php
function slug(string $title): string
{
    return strtolower(preg_replace('/[^a-z0-9]+/i', '-', $title));
}
function excerpt(string $text, int $n): string
{
    return mb_strlen($text) <= $n ? $text : mb_substr($text, 0, $n) . '…';
}
