let () = print_endline (Text.shout "hello")
