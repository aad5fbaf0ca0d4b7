import { Check, ChevronDown } from 'lucide-react';
import { Select } from 'radix-ui';
import { pageNonce } from '../nonce.ts';

export interface Option {
  readonly value: string;
  readonly words: string;
  /** Why it cannot be chosen. */
  readonly because?: string;
  /** A second, soft line. */
  readonly note?: string;
}

interface ChoiceProps {
  readonly id?: string;
  /** Accessible name, where no `<label>` points at `id`. */
  readonly label?: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly placeholder?: string;
  readonly disabled?: boolean;
  onChoose(value: string): void;
}

/** One of several, as a drop-down list. */
export function Choice({ id, label, value, options, placeholder, disabled, onChoose }: ChoiceProps) {
  return (
    <Select.Root value={value} onValueChange={onChoose} disabled={disabled ?? false}>
      <Select.Trigger className="choice" id={id} aria-label={label}>
        <span className="cut">
          <Select.Value placeholder={placeholder ?? 'Choose'} />
        </span>
        <Select.Icon>
          <ChevronDown size={16} aria-hidden="true" />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Content className="choice-list" position="popper" sideOffset={4} collisionPadding={12}>
          <Select.Viewport nonce={pageNonce()}>
            {options.map((option) => (
              <ChoiceItem key={option.value} option={option} />
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}

function ChoiceItem({ option }: { readonly option: Option }) {
  const note = option.because ?? option.note;
  return (
    <Select.Item className="choice-item" value={option.value} disabled={option.because !== undefined}>
      <Select.ItemIndicator className="choice-check">
        <Check size={14} aria-hidden="true" />
      </Select.ItemIndicator>
      <Select.ItemText>{option.words}</Select.ItemText>
      {note === undefined ? null : <span className="choice-note">{note}</span>}
    </Select.Item>
  );
}
