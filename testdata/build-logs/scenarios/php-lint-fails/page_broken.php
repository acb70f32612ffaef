<?php
function page_broken() {
    return ['a' => 1, 'b' => ;
}
