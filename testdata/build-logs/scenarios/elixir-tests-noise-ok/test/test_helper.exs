ExUnit.start(exclude: [:network])
