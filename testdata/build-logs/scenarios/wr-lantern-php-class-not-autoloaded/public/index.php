<?php echo 'lantern';
