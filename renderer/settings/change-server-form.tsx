import type { ServerView } from '../../electron/contract/calls.ts';
import { call } from '../bridge.ts';
import { ServerForm } from './server-form.tsx';
import { TokenFields } from './token-fields.tsx';

/** Another name or a new token. The address stays: it is what voices are known by. */
export function ChangeServerForm({ server, onDone }: { readonly server: ServerView; onDone(): void }) {
  return (
    <ServerForm
      about={`Change ${server.name}`}
      words="Save"
      onDone={onDone}
      send={({ name, token, keepPlain }, untested) =>
        call('server.change', {
          ...{ serverId: server.id, name, keepPlain, untested },
          ...(token.trim() !== '' && { token }),
        })
      }
    >
      {() => (
        <>
          <div className="field">
            <label htmlFor="changed-name">Name</label>
            <input
              id="changed-name"
              name="name"
              className="input"
              defaultValue={server.name}
              maxLength={60}
              autoComplete="off"
              required
            />
          </div>
          <TokenFields label="New token, or empty to keep the one there is" required={false} />
        </>
      )}
    </ServerForm>
  );
}
