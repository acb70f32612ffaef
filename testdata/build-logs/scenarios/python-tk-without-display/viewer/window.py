import tkinter as tk


class Window(tk.Tk):
    pass
