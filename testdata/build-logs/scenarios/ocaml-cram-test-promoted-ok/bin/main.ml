let () = print_endline (String.uppercase_ascii Sys.argv.(1))
