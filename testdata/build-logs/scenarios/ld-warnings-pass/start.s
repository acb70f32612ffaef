.globl fatal
fatal:
	ret
