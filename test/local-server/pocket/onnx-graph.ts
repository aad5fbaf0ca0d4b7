/** Writes ONNX models by hand (onnx.proto 3, opset 14): what a test needs of the format and nothing more. */

export const FLOAT = 1;
export const INT64 = 7;
type Dims = readonly (number | string)[];
type Attribute = number | string | readonly number[];

/** A graph whose nodes are named as they are added. */
export interface Graph {
  input(name: string, type: number, dims: Dims): string;
  output(name: string, type: number, dims: Dims): string;
  /** A constant tensor. */
  constant(values: ArrayLike<number>, dims: readonly number[], type?: number): string;
  /** A list of whole numbers. */
  whole(...values: number[]): string;
  /** Adds a node; answers the name of what it gives. */
  node(
    operator: string,
    inputs: readonly string[],
    more?: { readonly attributes?: Record<string, Attribute>; readonly name?: string },
  ): string;
  /** The whole model. */
  bytes(): Buffer;
}

/** A graph without nodes. */
export function createGraph(name: string): Graph {
  const nodes: Buffer[] = [];
  const constants: Buffer[] = [];
  const inputs: Buffer[] = [];
  const outputs: Buffer[] = [];
  let names = 0;
  const constant: Graph['constant'] = (values, dims, type = FLOAT) => {
    const made = `c${names++}`;
    constants.push(tensor(made, values, { dims, type }));
    return made;
  };
  return {
    constant,
    whole: (...values) => constant(values, [values.length], INT64),
    input(of, type, dims) {
      inputs.push(valueInfo(of, type, dims));
      return of;
    },
    output(of, type, dims) {
      outputs.push(valueInfo(of, type, dims));
      return of;
    },
    node(operator, from, { attributes = {}, name: to = `t${names++}` } = {}) {
      const parts = from.map((one) => bytes(1, one));
      parts.push(bytes(2, to), bytes(4, operator));
      for (const [key, value] of Object.entries(attributes)) parts.push(bytes(5, attribute(key, value)));
      nodes.push(Buffer.concat(parts));
      return to;
    },
    bytes() {
      const graph = Buffer.concat([
        ...nodes.map((one) => bytes(1, one)),
        bytes(2, name),
        ...constants.map((one) => bytes(5, one)),
        ...inputs.map((one) => bytes(11, one)),
        ...outputs.map((one) => bytes(12, one)),
      ]);
      const opset = Buffer.concat([bytes(1, ''), number(2, 14)]);
      return Buffer.concat([number(1, 8), bytes(7, graph), bytes(8, opset)]);
    },
  };
}

/** A matrix of zeros but for these cells: `[row, column, value]`. */
export function sparse(rows: number, columns: number, cells: readonly (readonly [number, number, number])[]) {
  const matrix = new Float32Array(rows * columns);
  for (const [row, column, value] of cells) matrix[row * columns + column] = value;
  return matrix;
}

function tensor(
  name: string,
  values: ArrayLike<number>,
  { dims, type }: { dims: readonly number[]; type: number },
) {
  const list = Array.from(values);
  const data = type === INT64 ? BigInt64Array.from(list, BigInt) : Float32Array.from(list);
  return Buffer.concat([
    ...dims.map((length) => number(1, length)),
    ...[number(2, type), bytes(8, name), bytes(9, Buffer.from(data.buffer))],
  ]);
}

function valueInfo(name: string, type: number, dims: Dims): Buffer {
  const shape = dims.map((one) => bytes(1, typeof one === 'string' ? bytes(2, one) : number(1, one)));
  const tensorType = Buffer.concat([number(1, type), bytes(2, Buffer.concat(shape))]);
  return Buffer.concat([bytes(1, name), bytes(2, bytes(1, tensorType))]);
}

function attribute(name: string, value: Attribute): Buffer {
  if (typeof value === 'number') return Buffer.concat([bytes(1, name), number(3, value), number(20, 2)]);
  if (typeof value === 'string') return Buffer.concat([bytes(1, name), bytes(4, value), number(20, 3)]);
  return Buffer.concat([bytes(1, name), ...value.map((one) => number(8, one)), number(20, 7)]);
}

/** A field that holds a number, and one that holds bytes (Protocol Buffers, wire types 0 and 2). */
function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)]);
}
function bytes(field: number, value: Buffer | string): Buffer {
  const content = Buffer.from(value as Buffer);
  return Buffer.concat([varint((field << 3) | 2), varint(content.length), content]);
}
function varint(value: number): Buffer {
  const groups: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    groups.push(Number(rest & 127n) | (rest > 127n ? 128 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Buffer.from(groups);
}
