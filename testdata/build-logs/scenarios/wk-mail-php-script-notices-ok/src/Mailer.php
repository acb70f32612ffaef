<?php
class Mailer
{
    public function render(string $t, array $v): string
    {
        $this->count = ($this->count ?? 0) + 1;
        return preg_replace_callback('/\{(\w+)\}/', fn($m) => $v[$m[1]], $t);
    }
    public function send(?string $to): bool
    {
        return strlen($to) > 0 && @fsockopen('127.0.0.1', 9, $e, $s, 1) !== false;
    }
}
