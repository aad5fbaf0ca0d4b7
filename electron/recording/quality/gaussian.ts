/** What a Gaussian needs to know of vectors: their number, their sum, and the sums of the products of their entries. */
export interface Moments {
  readonly count: number;
  readonly sum: Float64Array;
  /** Size × size, row after row. */
  readonly products: Float64Array;
}

/** A Gaussian fitted to vectors. */
export interface Gaussian {
  readonly mean: Float64Array;
  readonly inverse: Float64Array;
  readonly logDeterminant: number;
}

export function emptyMoments(size: number): Moments {
  return { count: 0, sum: new Float64Array(size), products: new Float64Array(size * size) };
}

export function momentsOf(vectors: readonly Float64Array[], size: number): Moments {
  const moments = emptyMoments(size);
  for (const vector of vectors)
    for (let i = 0; i < size; i++) {
      moments.sum[i] = (moments.sum[i] as number) + (vector[i] as number);
      for (let j = 0; j < size; j++)
        moments.products[i * size + j] =
          (moments.products[i * size + j] as number) + (vector[i] as number) * (vector[j] as number);
    }
  return { ...moments, count: vectors.length };
}

export function addMoments(a: Moments, b: Moments): Moments {
  return {
    count: a.count + b.count,
    sum: a.sum.map((value, i) => value + (b.sum[i] as number)),
    products: a.products.map((value, i) => value + (b.products[i] as number)),
  };
}

/** The covariance, with `ridge` added on its diagonal so that it can always be inverted. */
function covarianceOf({ count, sum, products }: Moments, ridge: number): Float64Array {
  const size = sum.length;
  return products.map((product, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    const value = product / count - ((sum[i] as number) / count) * ((sum[j] as number) / count);
    return i === j ? value + ridge : value;
  });
}

export function gaussianOf(moments: Moments, ridge: number): Gaussian {
  const size = moments.sum.length;
  const factor = cholesky(covarianceOf(moments, ridge), size);
  return {
    mean: moments.sum.map((value) => value / moments.count),
    inverse: inverseOf(factor, size),
    logDeterminant: logDeterminantOf(factor, size),
  };
}

/** ln of the determinant of the covariance. */
export function logDeterminant(moments: Moments, ridge: number): number {
  const size = moments.sum.length;
  return logDeterminantOf(cholesky(covarianceOf(moments, ridge), size), size);
}

/** The log-likelihood, up to a constant, of the vectors behind `moments`. */
export function likelihood({ mean, inverse, logDeterminant }: Gaussian, moments: Moments): number {
  const size = mean.length;
  let spread = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const [mi, mj] = [mean[i] as number, mean[j] as number];
      const [si, sj] = [moments.sum[i] as number, moments.sum[j] as number];
      const around = (moments.products[i * size + j] as number) - mi * sj - si * mj + moments.count * mi * mj;
      spread += (inverse[i * size + j] as number) * around;
    }
  return -0.5 * spread - 0.5 * moments.count * logDeterminant;
}

/** Lower triangle L of a symmetric positive matrix, which is L·Lᵀ. */
function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) sum -= (lower[i * size + k] as number) * (lower[j * size + k] as number);
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[j * size + j] as number);
    }
  return lower;
}

function logDeterminantOf(lower: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += 2 * Math.log(lower[i * size + i] as number);
  return sum;
}

/** The inverse of L·Lᵀ, column by column. */
function inverseOf(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const x = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      let sum = i === column ? 1 : 0;
      for (let k = 0; k < i; k++) sum -= (lower[i * size + k] as number) * (x[k] as number);
      x[i] = sum / (lower[i * size + i] as number);
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = x[i] as number;
      for (let k = i + 1; k < size; k++) sum -= (lower[k * size + i] as number) * (x[k] as number);
      x[i] = sum / (lower[i * size + i] as number);
      inverse[i * size + column] = x[i] as number;
    }
  }
  return inverse;
}
