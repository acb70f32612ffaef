import Stack
main :: IO ()
main = do
  putStrLn "push: ok"
  print (fst (pop (push 1 [])))
  print (fst (pop ([] :: [Int])))
