import { ReceiptText, Users } from 'lucide-react';
import type { Dispatch, SetStateAction } from 'react';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { useMirror } from '../store.ts';
import { ImportVoice } from './import-voice.tsx';
import { SearchBox } from './search-box.tsx';
import { SyncAccounts } from './sync-accounts.tsx';
import type { VoiceView } from './use-voices-state.ts';
import type { VoiceOrder } from './voice-search.ts';

const ORDERS: readonly { readonly value: VoiceOrder; readonly words: string }[] = [
  { value: 'newest', words: 'Newest first' },
  { value: 'name', words: 'By name' },
  { value: 'used', words: 'Last used first' },
];
/** Stands for "any tag": a list cannot offer an empty value. */
const ANY = '*';

interface Shown {
  readonly shown: boolean;
  show(shown: boolean): void;
}

interface ToolbarProps {
  readonly view: VoiceView;
  readonly onView: Dispatch<SetStateAction<VoiceView>>;
  /** How often what was typed was cleared from elsewhere. */
  readonly cleared: number;
  readonly count: { readonly found: number; readonly all: number };
  readonly tags: readonly string[];
  readonly receipts: Shown;
  readonly publicVoices: Shown;
}

/** Looks for voices, sorts them, compares them with the account, takes one in. Its line keeps its height. */
export function VoicesToolbar({ view, onView, cleared, count, tags, receipts, publicVoices }: ToolbarProps) {
  const change = (part: Partial<VoiceView>) => onView((before) => ({ ...before, ...part }));
  const kept = useMirror((snapshot) => snapshot.receipts.length);
  return (
    <div className="voices-bar">
      {count.all === 0 ? null : (
        <div className="row voices-find">
          <SearchBox key={cleared} typed={view.typed} onTyped={(typed) => change({ typed })} />
          {tags.length === 0 ? null : (
            <Choice
              label="Tag"
              value={view.tag ?? ANY}
              options={[{ value: ANY, words: 'Any tag' }, ...tags.map((tag) => ({ value: tag, words: tag }))]}
              onChoose={(tag) => change({ tag: tag === ANY ? null : tag })}
            />
          )}
          <Choice
            label="Order"
            value={view.order}
            options={ORDERS}
            onChoose={(order) => change({ order: order as VoiceOrder })}
          />
        </div>
      )}
      <div className="row voices-acts">
        <p className="soft small number" aria-live="polite">
          {countWords(count)}
        </p>
        <div className="row push">
          {kept === 0 ? null : (
            <Button
              look="quiet"
              aria-expanded={receipts.shown}
              icon={<ReceiptText size={16} aria-hidden="true" />}
              onClick={() => receipts.show(!receipts.shown)}
            >
              Receipts
            </Button>
          )}
          <Button
            look="quiet"
            aria-expanded={publicVoices.shown}
            icon={<Users size={16} aria-hidden="true" />}
            onClick={() => publicVoices.show(!publicVoices.shown)}
          >
            Server’s own
          </Button>
          <ImportVoice />
          <SyncAccounts />
        </div>
      </div>
    </div>
  );
}

function countWords({ found, all }: ToolbarProps['count']): string {
  if (all === 0) return '';
  const words = all === 1 ? '1 voice' : `${all.toLocaleString('en')} voices`;
  return found === all ? words : `${found.toLocaleString('en')} of ${words}`;
}
