<?php
class PressTest extends PHPUnit\Framework\TestCase { public function testIt(): void { $this->assertTrue(true); } }
