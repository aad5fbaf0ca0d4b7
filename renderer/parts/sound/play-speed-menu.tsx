import { DropdownMenu } from 'radix-ui';
import { PLAY_SPEEDS, playSpeedWords, setPlaySpeed, usePlaySpeed } from './play-speed.ts';

/** How fast all players play: the figure, and the others to choose from. */
export function PlaySpeedMenu() {
  const speed = usePlaySpeed();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="play-speed number" aria-label={`Speed ${playSpeedWords(speed)}`}>
        {playSpeedWords(speed)}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu play-speeds" align="end" sideOffset={4} collisionPadding={12}>
          <DropdownMenu.RadioGroup
            value={String(speed)}
            onValueChange={(value) => setPlaySpeed(Number(value))}
          >
            {PLAY_SPEEDS.map((value) => (
              <DropdownMenu.RadioItem
                key={value}
                className="menu-item number"
                value={String(value)}
                data-chosen={value === speed}
              >
                {playSpeedWords(value)}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
