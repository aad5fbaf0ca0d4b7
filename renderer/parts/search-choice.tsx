import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Option } from './choice.tsx';

interface SearchChoiceProps {
  readonly id?: string;
  /** Accessible name, where no `<label>` points at `id`. */
  readonly label?: string;
  readonly value: string | null;
  /** What is chosen, in words; null: nothing is. */
  readonly chosen: string | null;
  readonly placeholder: string;
  readonly disabled?: boolean;
  /** What there is to choose for what is typed. Asked while the list is open. */
  options(typed: string): readonly Option[];
  onChoose(value: string): void;
}

/** One of many, found by typing: a drop-down list for more than one can look through. */
export function SearchChoice(props: SearchChoiceProps) {
  const { id, label, chosen, placeholder, disabled = false } = props;
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          className="choice"
          id={id}
          aria-label={label === undefined ? undefined : `${label}: ${chosen ?? placeholder}`}
          disabled={disabled}
          data-placeholder={chosen === null ? '' : undefined}
        >
          <span className="cut">{chosen ?? placeholder}</span>
          <ChevronDown size={16} aria-hidden="true" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="search-panel" align="start" sideOffset={4} collisionPadding={12}>
          <SearchPanel {...props} onDone={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function SearchPanel({ label, value, options, onChoose, onDone }: SearchChoiceProps & { onDone(): void }) {
  const [typed, setTyped] = useState('');
  const found = useMemo(() => options(typed), [options, typed]);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      options('').findIndex((option) => option.value === value),
    ),
  );
  const listId = useId();
  const choose = (option: Option | undefined) => {
    if (option === undefined || option.because !== undefined) return;
    onChoose(option.value);
    onDone();
  };
  const keyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: found.length - 1 }[event.key];
    if (event.key === 'Enter') choose(found[at]);
    else if (to !== undefined) setAt(Math.min(Math.max(0, to), found.length - 1));
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        type="search"
        role="combobox"
        className="input"
        aria-label={label ?? 'Look for'}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found[at] === undefined ? undefined : `${listId}-${at}`}
        placeholder="Type to find"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: one opens the list to type in it
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={keyDown}
      />
      <Options listId={listId} options={found} at={at} value={value} onPoint={setAt} onChoose={choose} />
      {found.length === 0 ? <p className="soft small search-none">Nothing is called so.</p> : null}
    </>
  );
}

interface OptionsProps {
  readonly listId: string;
  readonly options: readonly Option[];
  readonly at: number;
  readonly value: string | null;
  onPoint(at: number): void;
  onChoose(option: Option): void;
}

const ROW = 44;
/** In a window without a layout (a test) so many are drawn. */
const FIRST_LOOK = { width: 320, height: 20 * ROW };

function Options({ listId, options, at, value, onPoint, onChoose }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: options.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW,
    overscan: 4,
    initialRect: FIRST_LOOK,
  });
  useEffect(() => rows.scrollToIndex(at), [rows, at]);
  return (
    <div ref={list} className="search-list" role="listbox" id={listId}>
      <div style={{ height: rows.getTotalSize() }} className="search-all">
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const option = options[index];
          if (option === undefined) return null;
          const note = option.because ?? option.note;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus and names this one
            <div
              key={key}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={option.value === value}
              aria-disabled={option.because !== undefined}
              aria-setsize={options.length}
              aria-posinset={index + 1}
              data-at={index === at}
              className="search-option"
              style={{ height: ROW, transform: `translateY(${start}px)` }}
              onPointerMove={() => onPoint(index)}
              onClick={() => onChoose(option)}
            >
              {option.value === value ? <Check size={14} aria-hidden="true" /> : null}
              <span className="cut">{option.words}</span>
              {note === undefined ? null : <span className="choice-note cut">{note}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
