module Stack (push, pop) where
push :: a -> [a] -> [a]
push = (:)
pop :: [a] -> (a, [a])
pop (x : xs) = (x, xs)
