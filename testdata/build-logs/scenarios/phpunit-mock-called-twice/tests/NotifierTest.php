<?php

use PHPUnit\Framework\TestCase;

final class NotifierTest extends TestCase
{
    public function testNobody(): void
    {
        $transport = $this->createMock(Transport::class);
        $transport->expects($this->never())->method('send');
        $this->assertSame(0, (new Notifier($transport))->notify([], 'hi'));
    }

    public function testEachUserOnce(): void
    {
        $transport = $this->createMock(Transport::class);
        $transport->expects($this->exactly(2))->method('send')->willReturn(true);
        $this->assertSame(2, (new Notifier($transport))->notify(['ann', 'bob', 'ann'], 'hi'));
    }
}
