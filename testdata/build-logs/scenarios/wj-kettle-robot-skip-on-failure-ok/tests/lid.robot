*** Test Cases ***
Lid Opens
    No Operation

Lid Of Next Year
    Skip    not built yet
