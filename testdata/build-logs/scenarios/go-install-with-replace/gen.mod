module git.example.org/tools/gen

go 1.21

replace git.example.org/tools/lib => ../lib
