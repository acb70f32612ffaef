-module(counter).
-export([start/0, add/2]).

start() -> spawn(fun() -> loop(0) end).

loop(N) ->
    receive
        {add, M} -> loop(N + M);
        error -> exit(failed)
    end.

add(Pid, N) -> Pid ! {add, N};
sub(Pid, N) -> Pid ! {add, -N}.
