let shout s = String.uppercase_ascii s ^ "!"

let words s =
  let length = String.length s in
  String.split_on_char ' ' s
