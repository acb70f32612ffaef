<?php
use PHPUnit\Framework\TestCase;
final class ExcerptTest extends TestCase
{
    /** @dataProvider cases */
    public function testExcerpt(string $in, int $n, string $out): void { $this->assertSame($out, excerpt($in, $n)); }
    public function cases(): array { return ['short' => ['abc', 5, 'abc'], 'long' => ['abcdef', 3, 'abc…'], 'umlauts' => ['äöü', 3, 'äöü']]; }
}
