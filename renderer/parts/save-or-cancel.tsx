import { Button } from './button.tsx';

/** The two ways out of a small form, as they stand at its end. */
export function SaveOrCancel({ disabled, onCancel }: { readonly disabled: boolean; onCancel(): void }) {
  return (
    <>
      <Button look="primary" type="submit" disabled={disabled}>
        Save
      </Button>
      <Button look="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </>
  );
}
