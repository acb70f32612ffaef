-module(codec).
-export([encode/1]).
-include("codec.hrl").

encode(#frame{id = Id}) -> <<Id:32>>.
