import segno; print("badge 1.2 with segno", segno.__version__)
