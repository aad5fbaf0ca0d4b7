import { expect, it } from 'vitest';
import { createEmitter } from '../../electron/boot/emitter.ts';

it('every listener hears every change until it lets go', () => {
  const emitter = createEmitter();
  const heard: string[] = [];
  const undo = emitter.listen((name) => heard.push(`first ${name}`));
  emitter.listen((name, value) => heard.push(`second ${name} ${JSON.stringify(value)}`));
  emitter.emit('take.gone', { id: 't' });
  undo();
  emitter.emit('clip.gone', { id: 'c' });
  expect(heard).toEqual(['first take.gone', 'second take.gone {"id":"t"}', 'second clip.gone {"id":"c"}']);
});
