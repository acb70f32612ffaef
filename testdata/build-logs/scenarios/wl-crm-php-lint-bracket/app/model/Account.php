<?php
class Account { public function __construct(public string $name, public int $credit = 0) {} }
