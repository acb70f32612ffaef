<?php
function pages(): array { return ['index', 'about']; }
