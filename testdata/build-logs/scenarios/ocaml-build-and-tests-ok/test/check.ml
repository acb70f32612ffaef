let () =
  (try ignore (int_of_string "x") with Failure m -> Printf.printf "caught: Failure %S\n" m);
  assert (int_of_string "0x10" = 16);
  print_endline "2 tests, 0 errors"
