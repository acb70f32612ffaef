<?php
class Errors
{
    public static function text(int $code): string
    {
        return $code === 404 ? "Not found" : "Fatal error: $code";
    }
}
