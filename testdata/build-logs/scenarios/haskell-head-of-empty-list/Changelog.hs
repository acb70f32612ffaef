module Main where

import System.Environment (getArgs)

main :: IO ()
main = do
  args <- getArgs
  text <- readFile (head args)
  let entries = lines text
  putStrLn ("entries: " ++ show (length entries))
  putStrLn ("latest: " ++ head entries)
