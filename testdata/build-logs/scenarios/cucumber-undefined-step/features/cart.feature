Feature: cart
  Scenario: add one
    Given an empty cart
    When I add 2 of "pear"
    Then the cart has 3 items
