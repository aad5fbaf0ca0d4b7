import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { ROOT } from '../e2e/launch.ts';
import { type Figure, isMet, summarize } from './figure.ts';
import { FIGURE } from './report.ts';
import { tableOf } from './table.ts';

const JSON_FILE = join(ROOT, 'test-results', 'bench.json');

/** Prints the figures as one table and writes them down as JSON. A missed target is told, and is no failure. */
// biome-ignore lint/style/noDefaultExport: Playwright takes a reporter from a file's default export
export default class TableReporter implements Reporter {
  private readonly figures: Figure[] = [];
  private readonly failed: string[] = [];
  private readonly begun = performance.now();

  printsToStdio() {
    return true;
  }

  onStdErr(chunk: string | Buffer) {
    process.stderr.write(chunk);
  }

  onTestBegin(test: TestCase) {
    process.stderr.write(`measuring: ${test.title} …\n`);
  }

  onTestEnd(test: TestCase, result: TestResult) {
    for (const { name, body } of result.attachments)
      if (name === FIGURE && body) this.figures.push(JSON.parse(body.toString()));
    if (result.status === test.expectedStatus) return;
    this.failed.push(test.title);
    process.stderr.write(`could not be measured (${result.status}): ${test.title}\n`);
    for (const error of result.errors) this.onError(error);
  }

  onError(error: TestError) {
    const words = error.stack ?? error.message ?? error.value ?? '';
    process.stderr.write(`${stripVTControlCharacters(words)}\n`);
  }

  onEnd({ status }: FullResult) {
    if (this.figures.length === 0) return;
    const seconds = Math.round((performance.now() - this.begun) / 1000);
    const { figures, failed } = this;
    const told = figures.map((figure) => ({
      ...figure,
      ...summarize(figure.values),
      met: isMet(figure) ?? null,
    }));
    const all = { at: new Date().toISOString(), seconds, status, machine: machine(), failed, figures: told };
    mkdirSync(dirname(JSON_FILE), { recursive: true });
    writeFileSync(JSON_FILE, `${JSON.stringify(all, null, 2)}\n`);
    const missing = failed.map((title) => `not measured: ${title}\n`).join('');
    process.stdout.write(
      `\n${tableOf(figures)}\n\n${missing}${seconds} s in all; every value: ${relative(ROOT, JSON_FILE)}\n`,
    );
  }
}

function machine() {
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memoryBytes: totalmem(),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
  };
}
