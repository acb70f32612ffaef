<?php http_response_code(500); trigger_error("order service unavailable", E_USER_WARNING);
