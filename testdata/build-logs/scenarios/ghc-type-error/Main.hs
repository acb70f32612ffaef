module Main (main) where

import qualified Data.Map as Map
import Tax (gross)

prices :: Map.Map String Double
prices = Map.fromList [("book", 7.5), ("pen", 1.2)]

total :: [String] -> Double
total names = sum (map (\name -> Map.lookup name prices) names)

main :: IO ()
main = do
  let unusedErrors = 0
  putStrLn ("Total: " ++ show (gross (total ["book", "pen"])))
