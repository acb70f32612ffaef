var a = function (x) {
  if (x = 3) return eval("x")
  return undefinedThing
}
