<?php
use PHPUnit\Framework\TestCase;
final class SlugTest extends TestCase
{
    public function testWords(): void { $this->assertSame('hello-world', slug('Hello World')); }
    public function testTrailingPunctuation(): void { $this->assertSame('what-s-new', slug("What's new?")); }
}
