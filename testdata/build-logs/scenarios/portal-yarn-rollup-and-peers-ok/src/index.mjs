import { login } from './user.mjs';
import React from 'react';
import { thing } from 'not-installed-at-all';

export { login, React, thing };
