module Greet where

greet :: String -> Either String String
greet "" = Left "error: empty name"
greet n = Right ("hello " ++ n)
