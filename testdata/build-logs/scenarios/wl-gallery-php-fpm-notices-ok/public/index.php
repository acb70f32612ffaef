<?php
class Album { public $title = "summer"; }
$a = new Album;
$a->pictures = ["red.png"];
echo "album ", $a->title, " of ", count($a->pictures), " ", $owner, "\n";
echo "second key: ", $a->pictures[1] ?? "none", "\n";
echo utf8_encode("ok"), "\n";
