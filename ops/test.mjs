import { checkSteps } from './steps/check-steps.mjs';
import { ensureBuilt } from './steps/ensure-built.mjs';
import { Halt, run, say } from './steps/halt.mjs';
import { install } from './steps/install.mjs';
import { keepWorkedOut } from './steps/keep-worked-out.mjs';
import { requireNode } from './steps/node-version.mjs';
import { inRoot } from './steps/root.mjs';
import { runSteps } from './steps/run-steps.mjs';
import { runTests } from './steps/run-tests.mjs';
import { closingLine } from './steps/test-results.mjs';

/** Says the result in the one closing line, alone and last, and turns it into an exit code. */
function close(total) {
  console.log(closingLine(total));
  return total.failed === 0 ? 0 : 1;
}

/**
 * Everything that must hold before a change is accepted. The checks come first because they are quick: a
 * tree that does not compile is not worth twelve minutes. With arguments (`npm test -- core/src/time`) only
 * the named tests run, without the checks.
 */
await run(async () => {
  requireNode();
  const filters = process.argv.slice(2);
  await install('full');
  if (filters.length === 0) {
    // Built meanwhile: nothing that is checked rests on it, and it keeps one core busy while the types keep the other.
    const building = { name: '构建', args: [inRoot('ops', 'build.mjs')] };
    const failed = await runSteps([building, ...checkSteps({ withTests: false })]);
    if (failed > 0) {
      say(`${failed} 项检查未通过,未运行测试`);
      return close({ passed: 0, failed, skipped: 0 });
    }
  }
  try {
    await ensureBuilt();
    await keepWorkedOut();
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    say(error.message);
    return close({ passed: 0, failed: 1, skipped: 0 });
  }
  return close(await runTests(filters));
});
