// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useEscapeKey } from '../../../renderer/parts/escape-key.ts';

afterEach(cleanup);

function Panel({ onClose }: { readonly onClose: () => void }) {
  useEscapeKey(onClose);
  return <p>panel</p>;
}

test('Esc backs out wherever the focus is, other keys and an Esc that a list took do not', () => {
  let closed = 0;
  render(<Panel onClose={() => closed++} />);
  fireEvent.keyDown(document.body, { key: 'Enter' });
  const taken = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  taken.preventDefault();
  document.body.dispatchEvent(taken);
  expect(closed).toBe(0);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(closed).toBe(1);
});

test('a panel that is gone does not hear Esc', () => {
  let closed = 0;
  const { unmount } = render(<Panel onClose={() => closed++} />);
  unmount();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(closed).toBe(0);
});
