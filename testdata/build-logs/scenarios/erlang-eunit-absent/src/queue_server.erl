-module(queue_server).
-export([push/2, pop/1]).
-include_lib("eunit/include/eunit.hrl").

push(X, Q) -> [X | Q].
pop([]) -> error(empty);
pop([X | Q]) -> {X, Q}.

unused(X) -> X.

push_test() -> ?assertEqual([1], push(1, [])).
pop_test() -> ?assertEqual({1, []}, pop([1])).
empty_is_an_error_test() -> ?assertError(empty, pop([])).
crash_is_reported_test() ->
    error_logger:error_msg("queue crashed: ~p~n", [enomem]),
    ?assertExit(killed, exit(killed)).
