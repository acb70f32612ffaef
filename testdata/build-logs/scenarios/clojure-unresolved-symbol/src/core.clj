(ns core)
(defn total [xs] (reduce + xs))
(println (total [1 2 3]))
(println (totall [1 2]))
