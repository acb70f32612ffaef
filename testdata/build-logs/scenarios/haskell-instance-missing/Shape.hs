module Shape where

data Shape = Circle Double | Square Double

area :: Shape -> Double
area (Circle r) = pi * r * r
area (Square a) = a * a

shapes :: [Shape]
shapes = [Circle 1, Square 2]
