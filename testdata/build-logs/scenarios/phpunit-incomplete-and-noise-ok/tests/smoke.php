<?php
throw new LogicException('no server here');
