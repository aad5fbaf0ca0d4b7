import { useEffect, useState } from 'react';

/** Milliseconds since 1970, drawn again each second while `ticking`. */
export function useNow(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticking) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}

/** Calls `frame` before each drawn frame while `running`. */
export function useFrames(running: boolean, frame: () => void): void {
  const [latest] = useState({ frame });
  latest.frame = frame;
  useEffect(() => {
    if (!running) return;
    let request = requestAnimationFrame(function step() {
      latest.frame();
      request = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(request);
  }, [running, latest]);
}
