from payroll.gross import gross
