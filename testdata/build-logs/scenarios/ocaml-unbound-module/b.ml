let () = print_endline (Lwt_main.run (A.f "x"))
