int sensor(void);
