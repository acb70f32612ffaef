module Main where

import Data.Aeson (decode)
import qualified Network.HTTP.Simple as Http

main :: IO ()
main = print (decode "[]" :: Maybe [Int])
