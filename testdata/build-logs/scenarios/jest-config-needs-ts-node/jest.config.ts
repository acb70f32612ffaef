import type { Config } from 'jest';

const config: Config = { testEnvironment: 'node' };
export default config;
