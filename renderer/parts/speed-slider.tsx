import { Slider } from 'radix-ui';

interface SpeedSliderProps {
  /** 0.5–2. */
  readonly speed: number;
  onChange(speed: number): void;
  /** Back to where it was before it was moved, by double click; default 1. */
  onReset?(): void;
}

/** How fast to speak. */
export function SpeedSlider({ speed, onChange, onReset = () => onChange(1) }: SpeedSliderProps) {
  return (
    <div className="field">
      <div className="row">
        <span className="label" aria-hidden="true">
          Speed
        </span>
        <span className="push soft small number">{speedWords(speed)}</span>
      </div>
      <Slider.Root
        className="speed"
        min={0.5}
        max={2}
        step={0.05}
        value={[speed]}
        onValueChange={([next]) => onChange(next ?? 1)}
        onDoubleClick={onReset}
      >
        <Slider.Track className="speed-track">
          <Slider.Range className="speed-range" />
        </Slider.Track>
        <Slider.Thumb className="speed-thumb" aria-label="Speed" aria-valuetext={speedWords(speed)} />
      </Slider.Root>
      <div className="speed-ends soft number" aria-hidden="true">
        <span>0.5</span>
        <span className="speed-one">1</span>
        <span>2</span>
      </div>
    </div>
  );
}

/** `1×`, `0.85×`. */
export function speedWords(speed: number): string {
  return `${Number(speed.toFixed(2))}×`;
}
