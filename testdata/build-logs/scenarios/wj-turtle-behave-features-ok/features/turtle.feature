Feature: The turtle

  Scenario Outline: it walks
    Given a turtle at <start>
    When it walks <steps>
    Then it is at <end>

    Examples:
      | start | steps | end |
      | 0     | 5     | 5   |
      | 5     | 0     | 5   |
      | 1     | 9     | 10  |

  Scenario: it fails to walk backwards
    Given a turtle at 3
    When it walks -1
    Then there is an error "no way back"

  @wip
  Scenario: it flies
    Given a turtle at 0
    When it flies
