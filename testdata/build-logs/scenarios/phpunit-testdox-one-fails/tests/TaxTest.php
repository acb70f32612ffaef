<?php
final class TaxTest extends PHPUnit\Framework\TestCase
{
    /** @dataProvider amounts */
    public function testIsRounded(int $cents, int $expected): void
    {
        $this->assertSame($expected, Tax::of($cents, 19));
    }

    public static function amounts(): array
    {
        return array_map(fn ($n) => [$n * 100, $n * 19], range(1, 40)) + [40 => [98, 19], 41 => [100, 19]];
    }
}
