<?php
class Markup {
  public function html($s) { return preg_replace('/\*(.+?)\*/', '<b>$1</b>', htmlspecialchars($s)); }
}
