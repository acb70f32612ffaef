module Tax (gross) where

gross net = net * 1.19
