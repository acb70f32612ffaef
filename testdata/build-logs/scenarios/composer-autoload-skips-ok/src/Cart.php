<?php
namespace Shop;
class Cart { public function total(array $rows = null, int $x) { return 0; } }
