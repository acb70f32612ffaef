global _start
extern status
section .text
_start:
    mov rdi, [status]
    mov eax, 60
    mov al, 316
    syscall
