<?php
class NotFoundError extends RuntimeException {}
