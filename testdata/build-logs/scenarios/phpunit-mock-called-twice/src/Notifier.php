<?php

interface Transport
{
    public function send(string $to, string $text): bool;
}

final class Notifier
{
    public function __construct(private Transport $transport)
    {
    }

    public function notify(array $users, string $text): int
    {
        $sent = 0;
        foreach ($users as $user) {
            $sent += (int) $this->transport->send($user, $text);
        }
        return $sent;
    }
}
