global status
section .data
status: dq 0
error_message: db "fatal error: 300", 10, 300
