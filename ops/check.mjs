import { checkSteps } from './steps/check-steps.mjs';
import { Halt, run } from './steps/halt.mjs';
import { install } from './steps/install.mjs';
import { requireNode } from './steps/node-version.mjs';
import { runSteps } from './steps/run-steps.mjs';

await run(async () => {
  requireNode();
  await install('full');
  const failed = await runSteps(checkSteps({ withTests: true }));
  if (failed > 0) throw new Halt(`${failed} 项检查未通过。格式与可自动修复的规则可用 npm run fix 修复。`);
});
