typedef unsigned int u32;
