use strict; use warnings;
use Test::More;
use JSON;
is(decode_json('{"a":[1,2]}')->{a}[1], 2, 'nested');
like(encode_json({ failed => 'error' }), qr/error/, 'an error can be encoded');
TODO: { local $TODO = 'big numbers'; is(decode_json('[12345678901234567890]')->[0], '12345678901234567891'); }
done_testing;
