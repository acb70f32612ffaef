global copy
section .text
copy:
    mov rcx, length
    rep movsb
    movsq xmm0
    ret
