<?php

use PHPUnit\Framework\TestCase;

final class ReaderTest extends TestCase
{
    public function testLines(): void
    {
        $this->assertSame(['<?xml version="1.0"?>'], array_slice((new Reader())->lines('phpunit.xml'), 0, 1));
    }

    /** @dataProvider files */
    public function testCount(string $file, int $count): void
    {
        $this->assertCount($count, (new Reader())->lines($file));
    }
}
