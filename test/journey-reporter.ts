import { stripVTControlCharacters } from 'node:util';
import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';

/** Prints what the journey itself prints, and when it fails, why; nothing of the runner's own. */
// biome-ignore lint/style/noDefaultExport: Playwright takes a reporter from a file's default export
export default class JourneyReporter implements Reporter {
  private passed = 0;

  printsToStdio() {
    return true;
  }

  onStdOut(chunk: string | Buffer) {
    process.stdout.write(chunk);
  }

  onStdErr(chunk: string | Buffer) {
    process.stderr.write(chunk);
  }

  onTestEnd(test: TestCase, result: TestResult) {
    if (result.status === 'passed') this.passed++;
    if (result.status === test.expectedStatus) return;
    process.stderr.write(`\nThe journey failed (${result.status}).\n`);
    for (const error of result.errors) this.onError(error);
  }

  onError(error: TestError) {
    const words = error.stack ?? error.message ?? error.value ?? '';
    process.stderr.write(
      `${stripVTControlCharacters([words, error.snippet].filter(Boolean).join('\n\n'))}\n`,
    );
  }

  /** A journey that was left out is no journey that was made. */
  async onEnd({ status }: FullResult) {
    return status === 'passed' && this.passed === 0 ? { status: 'failed' as const } : undefined;
  }
}
