function error(code) { return code.lenght }
