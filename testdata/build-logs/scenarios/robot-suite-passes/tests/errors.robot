*** Settings ***
Library    Process

*** Test Cases ***
Fatal Error Is Reported
    Log To Console    ERROR: simulated outage of the ledger
    Run Keyword And Expect Error    *no such account*    Fail    no such account: 17

Command Fails As It Should
    ${result}=    Run Process    ls    /nonexistent
    Should Be Equal As Integers    ${result.rc}    2
    Log To Console    ${result.stderr}

Warns
    Log    the ledger is slow    WARN

Skipped Without Network
    Skip    no network: connection refused
