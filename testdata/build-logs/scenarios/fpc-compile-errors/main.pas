program main;
uses sysutils, nounit;
var x: integer;
begin
  x := 'three';
  writeln(y);
end.
