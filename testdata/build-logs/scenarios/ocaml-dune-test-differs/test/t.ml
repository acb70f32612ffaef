let () = print_endline "total 6"; assert (1 + 1 = 2)
