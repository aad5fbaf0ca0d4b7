/** How long the loop of this process stood still at most, in milliseconds, while it is watched. */
export function watchStalls(): { longest(): number } {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(look, 1);

  function look(): void {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }

  return {
    longest() {
      clearInterval(timer);
      look();
      return longest;
    },
  };
}
