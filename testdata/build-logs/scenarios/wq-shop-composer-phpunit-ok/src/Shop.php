<?php
namespace Acme\Shop;

class Shop
{
}
