<?php
namespace Shop;
class Next { public function() {} }
