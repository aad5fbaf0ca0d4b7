// @ts-check
// Turns what the runners wrote about themselves into numbers. A run that says nothing of a failure and yet did not
// end well (a suite that would not load, a runner that crashed) counts as one failed test: it never passes unseen.

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * A check that is one test as a whole: the format of the code, its types.
 * @param {number} code the exit code
 * @returns {Tally}
 */
export function tallyOfCheck(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * @param {any} report Vitest's JSON report, undefined if there is none
 * @param {number} code the exit code
 * @returns {Tally}
 */
export function tallyOfVitest(report, code) {
  if (report === undefined) return crashed;
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults;
  const unloaded = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return atLeastOneFailed(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/**
 * @param {any} report Playwright's JSON report, undefined if there is none
 * @param {number} code the exit code
 * @returns {Tally}
 */
export function tallyOfPlaywright(report, code) {
  if (report === undefined) return crashed;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailed(code, {
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    skipped,
  });
}

/** @type {Tally} */
export const crashed = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {number} code
 * @param {Tally} tally
 * @returns {Tally}
 */
function atLeastOneFailed(code, tally) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sumOf(tallies) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

/**
 * `12 passed, 0 failed`, with the skipped ones when there are any.
 * @param {Tally} tally
 */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
