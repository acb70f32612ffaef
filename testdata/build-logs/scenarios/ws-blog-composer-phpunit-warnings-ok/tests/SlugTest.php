<?php
require __DIR__ . '/../vendor/autoload.php';
class SlugTest extends PHPUnit\Framework\TestCase {
    public static function titles(): array { return [['Fatal error', 'fatal-error'], ['A b', 'a-b'], ['x', 'x']]; }
    /** @dataProvider titles */
    public function testSlug($t, $s): void { $this->assertSame($s, slug($t)); }
    public function testLogsErrors(): void { error_log('PHP Fatal error: simulated'); $this->assertTrue(true); }
    public function testRisky(): void { slug('nothing asserted'); }
    public function testLater(): void { $this->markTestIncomplete('fails'); }
}
