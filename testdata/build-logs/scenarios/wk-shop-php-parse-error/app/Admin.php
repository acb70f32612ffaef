<?php
class Admin { public function __construct(private string $name) {} }
