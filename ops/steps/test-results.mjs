import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/**
 * Reads vitest's JSON report, writes it back with paths relative to the product (a result says nothing
 * about the machine it was made on), and counts.
 * A file that could not be loaded has no tests and counts as one failure; so does a run that failed outside
 * any test, and one that left no report.
 */
export function tallyResults(file, exitCode) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { ...total, failed: 1 };
  }
  for (const result of report.testResults) {
    result.name = path.relative(root, result.name).split(path.sep).join('/');
    for (const { status } of result.assertionResults) {
      if (status === 'passed') total.passed += 1;
      else if (status === 'failed') total.failed += 1;
      else total.skipped += 1;
    }
    if (result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed')) {
      total.failed += 1;
    }
  }
  if (exitCode !== 0 && total.failed === 0) total.failed = 1;
  writeFileSync(file, JSON.stringify(report));
  return total;
}

/** The closing line: `12 passed, 0 failed`, and the skipped ones when there are any. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
