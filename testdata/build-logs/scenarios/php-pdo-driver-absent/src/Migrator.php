<?php

declare(strict_types=1);

final class Migrator
{
    public function __construct(private string $dsn, private string $user, private string $password)
    {
    }

    public function run(): void
    {
        $pdo = new PDO($this->dsn, $this->user, $this->password);
        $pdo->exec('create table users (id int)');
    }
}
