module Main where

import Control.Exception
import Data.List

divide :: Int -> Int -> Int
divide a 0 = error "division by zero"
divide a b = a `div` b

main :: IO ()
main = do
  r <- try (evaluate (divide 1 0)) :: IO (Either ErrorCall Int)
  putStrLn (either (\e -> "expected error: " ++ show e) show r)
  print (divide 7 2)
  putStrLn "all tests passed"
