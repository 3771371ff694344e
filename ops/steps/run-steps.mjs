import { runChild } from './child.mjs';
import { root } from './root.mjs';

const AT_ONCE = 2;

async function runStep({ name, args }) {
  const began = performance.now();
  let output = '';
  const code = await runChild(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    onOutput(chunk) {
      output += chunk;
    },
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? '通过' : '未过'}  ${seconds.padStart(5)} 秒  ${name}`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

/**
 * Runs every step, two at a time, one line each; the output of a step is shown only when it failed.
 * All run even after a failure: whoever mends the tree wants the whole list.
 * @returns the number of steps that failed
 */
export async function runSteps(steps) {
  const waiting = [...steps];
  let failed = 0;
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (!(await runStep(step))) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return failed;
}
