let total xs = List.fold_left (+) 0 xs
let () = print_endline (total [1; 2; 3])
