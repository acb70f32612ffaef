import { DatabaseSync } from 'node:sqlite';

const database = new DatabaseSync(':memory:');
database.exec('create table item (id integer primary key)');
console.log('migrated');
