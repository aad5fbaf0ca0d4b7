import { Upload } from 'lucide-react';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';

/** Takes a voice in from a `.timbrevoice` file. */
export function ImportVoice() {
  const act = useAct();
  return (
    <>
      <Button
        look="quiet"
        icon={<Upload size={16} aria-hidden="true" />}
        disabled={act.busy}
        onClick={() => void act.run(call('voice.import', null))}
      >
        Open a voice file
      </Button>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}
