<?php
function a(int $x): int { return $x; }
