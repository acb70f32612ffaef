<?php
namespace Acme;
class AssetsPlugin {}
