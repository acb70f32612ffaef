<?php
$s = @stream_socket_client('tcp://127.0.0.1:9', $no, $why) or fwrite(STDERR, "Error $no: $why\n") && exit(1);
