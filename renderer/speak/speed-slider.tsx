import { Slider } from 'radix-ui';

/** How fast to speak, 0.5–2. */
export function SpeedSlider({ speed, onChange }: { readonly speed: number; onChange(speed: number): void }) {
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
        onDoubleClick={() => onChange(1)}
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
