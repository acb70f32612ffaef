short table[8] = {1, 2, 3};
