import click
from PIL import Image, ImageTk
from viewer.window import Window

print("viewer starts with", Image.__name__, ImageTk.__name__, click.__name__, flush=True)
Window().mainloop()
