with Ada.Text_IO; use Ada.Text_IO;
procedure Main is
   X : Integer := "three";
begin
   Put_Line (Integer'Image (X));
   Undefined_Procedure (X);
end Main;
