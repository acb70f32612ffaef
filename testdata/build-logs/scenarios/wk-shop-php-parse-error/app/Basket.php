<?php
enum State: string { case Open = 'open'; case Paid = 'paid'; }
