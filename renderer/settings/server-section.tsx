import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useMirror } from '../store.ts';
import { AddServerForm } from './add-server-form.tsx';
import { Section } from './section.tsx';
import { ServerRow } from './server-row.tsx';

/** The servers Timbre knows; one of them makes the new voices. */
export function ServersSection() {
  const servers = useMirror((snapshot) => snapshot.servers);
  const chosen = useMirror((snapshot) => snapshot.server.id);
  const [isAdding, setAdding] = useState(false);
  return (
    <Section name="Servers">
      <ul className="servers">
        {servers.map((server) => (
          <ServerRow key={server.id} server={server} isChosen={server.id === chosen} />
        ))}
      </ul>
      {isAdding ? (
        <AddServerForm onDone={() => setAdding(false)} />
      ) : (
        <div className="row">
          <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
            Add a server
          </Button>
        </div>
      )}
      <p className="field-note">
        New voices are made on the server you choose. A voice stays with the server it was made on, and speaks
        there whichever is chosen.
      </p>
    </Section>
  );
}
