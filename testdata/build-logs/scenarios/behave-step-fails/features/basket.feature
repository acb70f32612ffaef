Feature: Basket

  Scenario: An empty basket costs nothing
    Given an empty basket
    Then it costs 0.00

  Scenario: Two books
    Given an empty basket
    When I add 2 books at 7.50
    Then it costs 15.00

  Scenario: Discount from three books on
    Given an empty basket
    When I add 3 books at 10.00
    Then it costs 27.00

  Scenario Outline: Error pages are polite
    Given an empty basket
    When I ask for page "<page>"
    Then it says "sorry"

    Examples:
      | page  |
      | error |
      | fatal |
