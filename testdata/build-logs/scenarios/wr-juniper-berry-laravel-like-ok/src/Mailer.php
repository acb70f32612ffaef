<?php
namespace App;
class Mailer {
    public function send(string $to): bool {
        if (!str_contains($to, '@')) { error_log("Error: bad address $to"); throw new \InvalidArgumentException("bad address $to"); }
        return strlen(utf8_decode($to)) > 0;
    }
}
