<?php
namespace Engraver;
class Page {}
