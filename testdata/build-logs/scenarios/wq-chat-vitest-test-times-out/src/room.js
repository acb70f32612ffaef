import { EventEmitter } from 'node:events';

export class Room extends EventEmitter {
  constructor() {
    super();
    this.members = new Set();
  }

  join(name) {
    if (this.members.has(name)) throw new Error(`${name} is here already`);
    this.members.add(name);
    this.emit('join', name);
  }

  leave(name) {
    this.members.delete(name);
    this.emit('left', name);
  }
}
