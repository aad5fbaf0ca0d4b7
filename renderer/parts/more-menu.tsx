import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';

export interface MenuAction {
  readonly words: string;
  readonly icon: ReactNode;
  readonly danger?: boolean;
  run(): void;
}

/** The ⋯ of a card: what one does seldom. */
export function MoreMenu({ actions, about }: { readonly actions: readonly MenuAction[]; about: string }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label="More" title={`More for ${about}`}>
          <Ellipsis size={18} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={12}>
          {actions.map((action) => (
            <DropdownMenu.Item
              key={action.words}
              className={action.danger ? 'menu-item menu-danger' : 'menu-item'}
              onSelect={action.run}
            >
              {action.icon}
              {action.words}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
