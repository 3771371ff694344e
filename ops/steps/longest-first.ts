import path from 'node:path';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/**
 * Test files that take longest, by kind, the longest first. Begun last, one of them would leave the other core idle for a
 * minute and a half: on a fresh clone Vitest knows no durations and goes by the size of the files. The three that play every
 * example of the law follow one another while the other worker has the longest of all: so the examples are played once.
 */
export const LONGEST: readonly string[] = [
  'law/src/mutation/packs.test.ts',
  'law/src/mutation/carriers.test.ts',
  'law/src/examples/examples.test.ts',
  'law/src/clause-coverage/coverage.test.ts',
  'law/src/walks/walks.test.ts',
  'law/src/mutation/copied.test.ts',
  'law/src/mutation/mutate.test.ts',
  'law/src/mutation/reach.test.ts',
  'core/src/agreement.test.ts',
  'law/src/tool/new-command.test.ts',
  'api/src/start/command.test.ts',
  'api/src/start/crash.test.ts',
  'api/src/batch-crash.test.ts',
  'api/src/keeping/drill.test.ts',
  'api/src/start/disk.test.ts',
  'api/src/bad-input.test.ts',
  'ops/browser/law.browser.test.ts',
  'ops/browser/story.browser.test.ts',
  'ops/browser/accounts.browser.test.ts',
  'ops/browser/forms.browser.test.ts',
  'ops/browser/agency.browser.test.ts',
  'ops/browser/law-binding.browser.test.ts',
  'ops/browser/batch.browser.test.ts',
  'web/portal/src/pages.browser.test.ts',
];

/** One kind after the other, since a worker serves one kind; within a kind the longest first, then the largest. */
const KINDS = ['unit', 'store', 'house', 'browser'];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    const rank = ({ project, moduleId }: TestSpecification): number => {
      const at = LONGEST.indexOf(path.relative(this.ctx.config.root, moduleId).split(path.sep).join('/'));
      return KINDS.indexOf(project.name) * 2 * LONGEST.length + (at < 0 ? LONGEST.length : at);
    };
    return bySize.sort((a, b) => rank(a) - rank(b));
  }
}
