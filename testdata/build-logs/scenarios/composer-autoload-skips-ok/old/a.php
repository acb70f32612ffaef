<?php
class Duplicate {}
