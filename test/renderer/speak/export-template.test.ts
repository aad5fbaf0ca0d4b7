import { expect, test } from 'vitest';
import { isNameTemplate, NAME_PARTS } from '../../../electron/speaking/exporting/name-template.ts';
import { exampleName, templateProblem } from '../../../renderer/speak/exporting/template-words.ts';

test.each([
  '{n}-{voice}',
  'take {text}',
  'no part',
  '{nonsense}',
  '{n} {x}',
  ...NAME_PARTS.map((part) => `{${part}}`),
])('the window and the main process agree on “%s”', (template) => {
  expect(templateProblem(template) === null).toBe(isNameTemplate(template));
});

test('an empty template is the usual one, and the example shows what comes of it', () => {
  expect(templateProblem('  ')).toBeNull();
  expect(exampleName('')).toBe('01-Maria-Once upon a time');
  expect(exampleName('{title} {n}')).toBe('Tales 01');
});
