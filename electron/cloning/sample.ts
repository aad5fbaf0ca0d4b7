/** A stretch of a take, in samples of that take: from `from` up to and without `to`. The take itself stays as it is. */
export interface SamplePart {
  readonly takeId: string;
  readonly from: number;
  readonly to: number;
  /** Which sentence of the script was read here; absent where none was followed. */
  readonly sentence?: number;
}
