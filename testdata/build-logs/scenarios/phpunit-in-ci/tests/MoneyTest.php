<?php
require_once __DIR__ . '/../src/Money.php';

use PHPUnit\Framework\TestCase;

final class MoneyTest extends TestCase
{
    public function testCents(): void
    {
        $this->assertSame(5, (new Money(5))->cents());
    }

    public function testSplitLosesNothing(): void
    {
        $this->assertSame(100, array_sum((new Money(100))->split(3)));
    }

    public function testErrorsAreThrown(): void
    {
        $this->expectException(DivisionByZeroError::class);
        (new Money(1))->split(0);
    }
}
