#!/usr/bin/env escript
main([File]) ->
    io:format("seeding from ~s~n", [File]),
    {ok, Terms} = file:consult(File),
    [io:format("~p~n", [T]) || T <- Terms].
