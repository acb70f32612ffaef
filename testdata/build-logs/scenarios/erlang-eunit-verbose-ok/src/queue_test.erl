-module(queue_test).
-include_lib("eunit/include/eunit.hrl").

pop([]) -> error(empty);
pop([H | T]) -> {H, T}.

unused(X) -> X.

pop_test() -> ?assertEqual({1, [2]}, pop([1, 2])).

empty_test() -> ?assertError(empty, pop([])).

crash_test() ->
    {_, Ref} = spawn_monitor(fun() -> exit(connection_refused) end),
    receive {'DOWN', Ref, _, _, Reason} -> ?assertEqual(connection_refused, Reason) end.

log_test() -> ?debugMsg("error: this is a message of a test").
