const test = require('node:test');
const assert = require('node:assert');
const { Command } = require('commander');

test('parses', () => assert.ok(new Command().option('--all').parse(['node', 'x', '--all']).opts().all));
