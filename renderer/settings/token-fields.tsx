import { useId } from 'react';
import { useMirror } from '../store.ts';

/**
 * Where a token is pasted, and whether it may be kept in the plain. The browser holds what is typed, never React or the
 * mirror: it is read from the form once, when it is sent, and goes with the form.
 */
export function TokenFields({ label, required }: { readonly label: string; readonly required: boolean }) {
  const hasKeyring = useMirror((snapshot) => snapshot.hasKeyring);
  const [token, plain] = [useId(), useId()];
  return (
    <>
      <div className="field">
        <label htmlFor={token}>{label}</label>
        <input
          id={token}
          name="token"
          className="input"
          type="password"
          autoComplete="off"
          spellCheck={false}
          required={required}
          placeholder="sk_…"
        />
        <p className="field-note">
          {hasKeyring
            ? 'You find it in your account. It is sealed by this computer’s keyring and not shown again.'
            : 'You find it in your account. This computer has no keyring, so Timbre forgets it when it quits.'}
        </p>
      </div>
      {hasKeyring ? null : (
        <label className="make-consent" htmlFor={plain}>
          <input id={plain} name="keepPlain" type="checkbox" />
          Keep it in the library folder all the same, where whoever reads that folder can read it
        </label>
      )}
    </>
  );
}

/** What stands in the fields of a form about a server. */
export function readServerForm(form: HTMLFormElement) {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '');
  return {
    name: text('name').trim(),
    url: text('url').trim(),
    token: text('token'),
    keepPlain: data.get('keepPlain') !== null,
    allowUnencrypted: data.get('allowUnencrypted') !== null,
    ...(data.has('atOnce') && { atOnce: Number(text('atOnce')) }),
  };
}
