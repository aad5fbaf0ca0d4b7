import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGraph, FLOAT, type Graph, INT64, sparse } from './onnx-graph.ts';

/** Width of an embedding and of a latent; samples of a latent (80 ms at 24 kHz). */
const WIDE = 1024;
const LATENT = 32;
const HOP = 1920;

/**
 * Writes a PocketTTS bundle without any learned weight: the files, roles and shapes of the real one, and graphs made by
 * hand that buzz at the pitch of the reference for as long as the text has tokens. It drives the real engine in tests and is
 * offered to nobody as a voice. `framesPerToken`: 80 ms each.
 */
export async function writeToyModel(folder: string, { framesPerToken = 0.5 } = {}): Promise<string> {
  await mkdir(folder, { recursive: true });
  const files: Record<string, Buffer | string> = {
    'text_conditioner.onnx': textConditioner(),
    'encoder.onnx': encoder(),
    'lm_main.int8.onnx': languageModel(framesPerToken),
    'lm_flow.int8.onnx': flow(),
    'decoder.int8.onnx': decoder(),
    ...vocabulary(),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

/** Token ids → a vector each: channel 0 is 1, so that their sum counts tokens. */
function textConditioner(): Buffer {
  const graph = createGraph('text_conditioner');
  const ids = graph.node('Cast', [graph.input('token_ids', INT64, [1, 'n'])], {
    attributes: { to: FLOAT },
  });
  const column = graph.node('Unsqueeze', [ids, graph.whole(2)]);
  const one = ones(graph, column);
  const to = graph.constant(sparse(1, WIDE, [[0, 0, 1]]), [1, WIDE]);
  graph.node('MatMul', [one, to], { name: graph.output('embeddings', FLOAT, [1, 'n', WIDE]) });
  return graph.bytes();
}

/** Sound at 24 kHz → a vector per 80 ms: channel 2 is its pitch in kHz by zero crossings, channel 3 is 1. */
function encoder(): Buffer {
  const graph = createGraph('encoder');
  const sound = graph.input('audio', FLOAT, [1, 1, 'samples']);
  const later = graph.node('Slice', [sound, graph.whole(1), graph.whole(2 ** 31), graph.whole(2)]);
  const earlier = graph.node('Slice', [sound, graph.whole(0), graph.whole(-1), graph.whole(2)]);
  const sign = graph.node('Less', [graph.node('Mul', [later, earlier]), graph.constant([0], [1])]);
  const crossing = graph.node('Cast', [sign], { attributes: { to: FLOAT } });
  const padded = graph.node('Pad', [crossing, graph.whole(0, 0, 1, 0, 0, HOP - 1), graph.constant([0], [])]);
  const share = graph.node('AveragePool', [padded], {
    attributes: { kernel_shape: [HOP], strides: [HOP] },
  });
  const frames = graph.node('Transpose', [share], { attributes: { perm: [0, 2, 1] } });
  // A crossing a half wave: share × 24 kHz / 2.
  const pitch = graph.node('Mul', [frames, graph.constant([12], [1])]);
  const pair = graph.node('Concat', [pitch, ones(graph, pitch)], { attributes: { axis: 2 } });
  const to = sparse(2, WIDE, [
    [0, 2, 1],
    [1, 3, 1],
  ]);
  graph.node('MatMul', [pair, graph.constant(to, [2, WIDE])], {
    name: graph.output('latents', FLOAT, [1, 'frames', WIDE]),
  });
  return graph.bytes();
}

/** Sums what it is shown, counts its steps, and ends after so many of them per token. */
function languageModel(framesPerToken: number): Buffer {
  const graph = createGraph('lm_main');
  const sequence = graph.input('sequence', FLOAT, [1, 's', LATENT]);
  const text = graph.input('text_embeddings', FLOAT, [1, 't', WIDE]);
  const sumBefore = graph.input('state_0', FLOAT, [1, 4]);
  const stepBefore = graph.input('state_1', INT64, [1]);
  const conditioning = graph.output('conditioning', FLOAT, [1, WIDE]);
  const end = graph.output('eos_logit', FLOAT, [1, 1]);
  const sum = graph.output('out_state_0', FLOAT, [1, 4]);
  const step = graph.output('out_state_1', INT64, [1]);
  const nothing = graph.constant(new Float32Array(WIDE), [1, 1, WIDE]);
  const shown = graph.node(
    'ReduceSum',
    [graph.node('Concat', [nothing, text], { attributes: { axis: 1 } }), graph.whole(1)],
    { attributes: { keepdims: 0 } },
  );
  const four = sparse(
    WIDE,
    4,
    [0, 1, 2, 3].map((i) => [i, i, 1] as const),
  );
  graph.node('Add', [sumBefore, graph.node('MatMul', [shown, graph.constant(four, [WIDE, 4])])], {
    name: sum,
  });
  const length = graph.node('Slice', [
    graph.node('Shape', [sequence]),
    ...[graph.whole(1), graph.whole(2), graph.whole(0)],
  ]);
  graph.node('Add', [stepBefore, length], { name: step });
  const steps = graph.node('Unsqueeze', [
    graph.node('Cast', [step], { attributes: { to: FLOAT } }),
    graph.whole(0),
  ]);
  const column = (i: number) => graph.node('Gather', [sum, graph.whole(i)], { attributes: { axis: 1 } });
  const limit = graph.node('Mul', [column(0), graph.constant([framesPerToken], [1])]);
  graph.node('Mul', [graph.node('Sub', [steps, limit]), graph.constant([100], [1])], { name: end });
  const pitch = graph.node('Div', [column(2), graph.node('Max', [column(3), graph.constant([1], [1])])]);
  const pair = graph.node('Concat', [pitch, steps], { attributes: { axis: 1 } });
  const to = sparse(2, WIDE, [
    [0, 0, 1],
    [1, 1, 1],
  ]);
  graph.node('MatMul', [pair, graph.constant(to, [2, WIDE])], { name: conditioning });
  return graph.bytes();
}

/** A field whose integral from any start ends at the first two channels of the conditioning. */
function flow(): Buffer {
  const graph = createGraph('lm_flow');
  const conditioning = graph.input('c', FLOAT, [1, WIDE]);
  const from = graph.input('s', FLOAT, [1, 1]);
  const to = graph.input('t', FLOAT, [1, 1]);
  const at = graph.input('x', FLOAT, [1, LATENT]);
  const cells = sparse(WIDE, LATENT, [
    [0, 0, 1],
    [1, 1, 1],
  ]);
  const target = graph.node('MatMul', [conditioning, graph.constant(cells, [WIDE, LATENT])]);
  const left = graph.node('Sub', [graph.constant([1], [1]), from]);
  const direction = graph.node('Div', [graph.node('Sub', [target, at]), left]);
  // Keeps the input that is not needed: the engine hands it over.
  const unused = graph.node('Mul', [to, graph.constant([0], [1])]);
  graph.node('Add', [direction, unused], { name: graph.output('flow_dir', FLOAT, [1, LATENT]) });
  return graph.bytes();
}

/** A latent → 80 ms of a sine at its pitch; the phase goes on from one to the next. */
function decoder(): Buffer {
  const graph = createGraph('decoder');
  const latents = graph.input('latent', FLOAT, [1, 'n', LATENT]);
  const phaseBefore = graph.input('state_0', FLOAT, [1, 1, 1]);
  const sound = graph.output('audio_frame', FLOAT, [1, 1, 'samples']);
  const phase = graph.output('out_state_0', FLOAT, [1, 1, 1]);
  const first = graph.constant(sparse(LATENT, 1, [[0, 0, 1]]), [LATENT, 1]);
  const khz = graph.node('MatMul', [latents, first]);
  const cycles = graph.node('Mul', [khz, graph.constant([80], [1])]);
  const begun = graph.node('CumSum', [cycles, graph.constant([1], [], INT64)], {
    attributes: { exclusive: 1 },
  });
  const time = Float32Array.from({ length: HOP }, (_, i) => i / 24);
  const within = graph.node('Mul', [khz, graph.constant(time, [1, 1, HOP])]);
  const turns = graph.node('Add', [graph.node('Add', [begun, phaseBefore]), within]);
  const wave = graph.node('Sin', [graph.node('Mul', [turns, graph.constant([2 * Math.PI], [1])])]);
  const soft = graph.node('Mul', [wave, graph.constant([0.2], [1])]);
  graph.node('Reshape', [soft, graph.whole(1, 1, -1)], { name: sound });
  const all = graph.node('ReduceSum', [cycles, graph.whole(1)], { attributes: { keepdims: 1 } });
  const total = graph.node('Add', [all, phaseBefore]);
  graph.node('Sub', [total, graph.node('Floor', [total])], { name: phase });
  return graph.bytes();
}

/** Bytes, letters and their scores: enough to spell any text. */
function vocabulary(): Record<'vocab.json' | 'token_scores.json', string> {
  const bytes = Array.from({ length: 256 }, (_, i) => `<0x${i.toString(16).toUpperCase().padStart(2, '0')}>`);
  const letters = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i));
  const scored = [
    ['<unk>', 0] as const,
    ...bytes.map((token) => [token, -20] as const),
    ...['\u2581', ...letters].map((token) => [token, -4] as const),
  ];
  return {
    'vocab.json': JSON.stringify(Object.fromEntries(scored.map(([token], id) => [token, id]))),
    'token_scores.json': JSON.stringify(Object.fromEntries(scored)),
  };
}

/** As many ones as `like` has values in a column. */
function ones(graph: Graph, like: string): string {
  const none = graph.node('Mul', [like, graph.constant([0], [1])]);
  return graph.node('Add', [none, graph.constant([1], [1])]);
}
