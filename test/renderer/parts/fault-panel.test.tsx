// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { faultWords } from '../../../electron/contract/fault-words.ts';
import { FaultPanel, faultDetails } from '../../../renderer/parts/fault-panel.tsx';

afterEach(cleanup);

test('a fault says what happened, what was kept, what to do, and the trace', () => {
  const fault = { code: 'out-of-credits', traceId: 'abc123' };
  render(<FaultPanel fault={fault} />);
  const said = screen.getByRole('alert').textContent ?? '';
  for (const sentence of Object.values(faultWords(fault))) expect(said).toContain(sentence);
  expect(said).toContain('abc123');
});

test('the details hold everything known, and nothing that is not', () => {
  const fault = { code: 'refused', detail: 'no', status: 400, facts: { seconds: 4 } };
  expect(faultDetails(fault)).toBe('code: refused\ndetail: no\nstatus: 400\nseconds: 4');
  expect(faultDetails({ code: 'offline' })).toBe('code: offline');
});
