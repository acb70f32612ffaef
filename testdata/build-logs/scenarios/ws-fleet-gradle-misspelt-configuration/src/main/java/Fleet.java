class Fleet {}
