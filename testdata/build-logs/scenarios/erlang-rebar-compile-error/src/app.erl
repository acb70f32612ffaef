-module(app).
-export([total/1, name/0]).
total(Xs) -> lists:foldl(fun(X, A) -> X + A end, 0, Xs).
name() -> Unused = 3, lists:flatten(io_lib:format("~p", [Name])).
