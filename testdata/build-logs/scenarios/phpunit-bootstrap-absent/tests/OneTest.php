<?php
final class OneTest extends PHPUnit\Framework\TestCase
{
    public function testOne(): void
    {
        $this->assertSame(1, 1);
    }
}
