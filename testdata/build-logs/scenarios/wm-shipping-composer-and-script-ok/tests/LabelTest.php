<?php
use PHPUnit\Framework\TestCase;
class LabelTest extends TestCase
{
    public function testText(): void { $this->assertSame('LABEL 0007', (new Acme\Label(7))->text()); }
    public function testError(): void { $this->expectException(DomainException::class); (new Acme\Label(3))->text(); }
    public function testBarcode(): void { $this->markTestSkipped('no gd here'); }
}
