<?php

use PHPUnit\Framework\TestCase;

final class ParserTest extends TestCase
{
    public function testObject(): void
    {
        $this->assertSame(['a' => 1], (new Parser())->parse('{"a": 1}'));
    }

    public function testList(): void
    {
        $this->assertSame([1, 2], (new Parser())->parse('[1, 2,]'));
    }
}
