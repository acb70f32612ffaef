  $ shout hello
  Hello
