import { describe, expect, it } from 'vitest';
import { createNamer, fileNameOf, safeName } from '../../../electron/speaking/exporting/file-names.ts';
import { DEFAULT_TEMPLATE, isNameTemplate } from '../../../electron/speaking/exporting/name-template.ts';

describe('a name for a file', () => {
  it.each([
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['..hidden. ', 'hidden'],
    ['con', '_con'],
    ['LPT1.txt', '_LPT1.txt'],
    ['\u0000\u202e', 'speech'],
    ['', 'speech'],
    ['Grüße 你好 😀', 'Grüße 你好 😀'],
  ])('%j becomes %j', (text, name) => {
    expect(safeName(text)).toBe(name);
  });

  it('is at most 180 bytes long and not cut inside a character', () => {
    const name = safeName('👩‍👩‍👧‍👦'.repeat(100));
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
    expect(name).toBe('👩‍👩‍👧‍👦'.repeat(7));
  });
});

describe('a template', () => {
  it('names what is known', () => {
    expect(isNameTemplate('{n}-{voice}')).toBe(true);
    expect(isNameTemplate('{n}-{path}')).toBe(false);
    expect(isNameTemplate('all the same')).toBe(false);
  });

  it.each([
    { file: 'greeting', template: DEFAULT_TEMPLATE, name: 'greeting' },
    { file: 'greeting.MP3', template: DEFAULT_TEMPLATE, name: 'greeting' },
    { file: 'v1.2', template: DEFAULT_TEMPLATE, name: 'v1.2' },
    { file: '', template: DEFAULT_TEMPLATE, name: '3-Ada-Hello' },
    { file: 'greeting', template: '{n}-{text}', name: '3-Hello' },
    { file: 'greeting.wav', template: '{file}-{voice}', name: 'greeting-Ada' },
  ])('$template makes $name of a line whose file name is "$file"', ({ file, template, name }) => {
    expect(fileNameOf({ n: '3', voice: 'Ada', text: 'Hello', file }, template)).toBe(name);
  });

  it('gives each file a name of its own, whatever the case, and none that is there', () => {
    const name = createNamer({
      template: '{voice}-{text}',
      isTaken: (name) => name.toLowerCase() === 'ada-hi.mp3',
    });
    expect(name({ voice: 'Ada', text: 'Hi' }, ['mp3'])).toBe('Ada-Hi (2)');
    expect(name({ voice: 'ada', text: 'hi' }, ['mp3'])).toBe('ada-hi (3)');
    expect(name({ voice: 'Ada', text: 'Bye' }, ['mp3', 'srt'])).toBe('Ada-Bye');
  });

  it('leaves out what is empty and shortens a text', () => {
    const name = createNamer({ template: '{n} - {file} - {text}', isTaken: () => false });
    expect(name({ n: '01', text: 'x'.repeat(80) }, ['wav'])).toBe(`01 ${'x'.repeat(50)}`);
  });
});
