module Main (main) where

import Shape

main :: IO ()
main = do
  print (map area shapes)
  print shapes
