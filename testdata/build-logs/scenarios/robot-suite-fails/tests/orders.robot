*** Settings ***
Library    Collections
Library    OperatingSystem

*** Test Cases ***
Configuration Is There
    Create File    ${TEMPDIR}/orders.ini    [orders]\nlimit=10
    File Should Exist    ${TEMPDIR}/orders.ini

Errors Are Counted
    ${log}=    Create List    error: a    error: b
    Length Should Be    ${log}    2

Order Total
    ${items}=    Create Dictionary    book=7    pen=2
    ${total}=    Evaluate    sum($items.values()) * 1.19
    Should Be Equal As Numbers    ${total}    10.7    precision=2

Order Is Shipped
    File Should Exist    ${TEMPDIR}/shipped.csv
