let () = print_endline "x"
