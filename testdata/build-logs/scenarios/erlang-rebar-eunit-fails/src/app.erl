-module(app).
-export([total/1]).
-include_lib("eunit/include/eunit.hrl").
total(Xs) -> lists:sum(Xs).
total_test() -> ?assertEqual(6, total([1, 2, 3])).
none_test() -> ?assertEqual(1, total([])).
