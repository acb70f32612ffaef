class Box { }
