<?php
use Acme\Tax\Tax;
use PHPUnit\Framework\TestCase;

final class TaxTest extends TestCase
{
    public static function nets(): array { return array_map(fn ($n) => [$n * 100], range(1, 90)); }

    /** @dataProvider nets */
    public function testTax(int $net): void { $this->assertSame($net / 100 * 19, Tax::of($net)); }

    public function testNegative(): void
    {
        $this->expectException(InvalidArgumentException::class);
        error_log('PHP Fatal error: simulated by the test');
        Tax::of(-1);
    }

    public function testFailsLater(): void { $this->markTestSkipped('no database'); }
    public function testReducedRate(): void { $this->markTestIncomplete('not decided'); }
}
