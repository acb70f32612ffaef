*** Test Cases ***
Water Boils
    Should Be Equal As Numbers    ${100}    100
    Log To Console    boiling

Error Message Of An Empty Kettle
    Run Keyword And Expect Error    *empty*    Fail    kettle is empty

Steam Sensor
    [Tags]    flaky
    Should Be Equal    ${1}    ${2}    sensor failed

Whistle
    [Documentation]    Whistles
    Sleep    50ms
