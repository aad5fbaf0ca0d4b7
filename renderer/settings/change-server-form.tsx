import type { ServerView } from '../../electron/contract/calls.ts';
import { call } from '../bridge.ts';
import { ServerForm } from './server-form.tsx';
import { TokenFields } from './token-fields.tsx';

/** Another name, a new token, more or fewer lines at once. The address stays: it is what voices are known by. */
export function ChangeServerForm({ server, onDone }: { readonly server: ServerView; onDone(): void }) {
  return (
    <ServerForm
      about={`Change ${server.name}`}
      words="Save"
      onDone={onDone}
      send={({ name, token, keepPlain, atOnce }, untested) =>
        call('server.change', {
          ...{ serverId: server.id, name, keepPlain, untested },
          ...(atOnce !== undefined && { atOnce }),
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
          <div className="field">
            <label htmlFor="changed-at-once">Lines spoken at once</label>
            <input
              id="changed-at-once"
              name="atOnce"
              className="input short-input number"
              type="number"
              min={1}
              max={16}
              step={1}
              defaultValue={server.atOnce}
              required
            />
            <p className="field-note">
              Fewer where it says that it is busy: Timbre gives it less by itself for a while then.
            </p>
          </div>
          <TokenFields label="New token, or empty to keep the one there is" required={false} />
        </>
      )}
    </ServerForm>
  );
}
