import { type FormEvent, type ReactNode, useRef } from 'react';
import type { Fault, Result } from '../../electron/result.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { useEscapeKey } from '../parts/escape-key.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { mayBeKeptUntested } from './server-words.ts';
import { readServerForm } from './token-fields.tsx';

interface ServerFormProps {
  /** What the form is about, for those who do not see it. */
  readonly about: string;
  /** On the button. */
  readonly words: string;
  /** Hands what was filled in to the main process, which tests it unless told otherwise. */
  send(read: ReturnType<typeof readServerForm>, untested: boolean): Promise<Result<unknown>>;
  onDone(): void;
  /** The fields; they may ask for more after a fault. */
  children(fault: Fault | null): ReactNode;
}

/** The frame of every form about a server: what it says is tested before it is kept. */
export function ServerForm({ about, words, send, onDone, children }: ServerFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  useEscapeKey(onDone);
  const save = async (untested: boolean) => {
    if (form.current === null || act.busy) return;
    if ((await act.run(send(readServerForm(form.current), untested))) !== undefined) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(false);
  };
  return (
    <form ref={form} className="card server-form" aria-label={about} onSubmit={submit}>
      {children(act.fault)}
      {act.fault === null ? null : (
        <FaultPanel fault={act.fault}>
          {mayBeKeptUntested(act.fault) ? (
            <Button onClick={() => void save(true)}>Keep it without a test</Button>
          ) : null}
        </FaultPanel>
      )}
      <div className="row">
        <Button look="primary" type="submit" disabled={act.busy}>
          {act.busy ? 'Testing…' : words}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Not now
        </Button>
      </div>
    </form>
  );
}
