import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { endWithNpm } from './steps/end-with-npm.mjs';
import { ensureBuilt } from './steps/ensure-built.mjs';
import { Halt, run, say } from './steps/halt.mjs';
import { install } from './steps/install.mjs';
import { keepWorkedOut } from './steps/keep-worked-out.mjs';
import { requireNode } from './steps/node-version.mjs';
import { inRoot } from './steps/root.mjs';

/**
 * `npm start --port 8081` gives the flag to npm, which drops it; starting on another port, or with other
 * data, than was asked for would be wrong. Of `--production` only NODE_ENV is left, which may also be the
 * machine's: there we can only point it out.
 */
function noticeFlagsEatenByNpm(env, args) {
  if (env.npm_lifecycle_event !== 'start') return;
  const eaten = ['port', 'host', 'data', 'few'].find((name) => env[`npm_config_${name}`] !== undefined);
  if (eaten !== undefined) {
    throw new Halt(`--${eaten} 被 npm 自己收走了。请在前面加两个短横:npm start -- --${eaten} …`);
  }
  if (env.NODE_ENV === 'production' && !args.includes('--production')) {
    say('将以演示方式启动。若要正式运行,请写:npm start -- --production');
  }
}

/** npm changes the working directory; a relative folder means the one the person stood in. */
function withAbsoluteData(args, env) {
  const from = env.INIT_CWD || process.cwd();
  return args.map((arg, i) => {
    if (args[i - 1] === '--data') return path.resolve(from, arg);
    return arg.startsWith('--data=') ? `--data=${path.resolve(from, arg.slice('--data='.length))}` : arg;
  });
}

/**
 * The server runs in this very process. A child would need its signals forwarded, its exit code copied and
 * its orphan hunted after a kill -9 of the parent; this way Ctrl+C, SIGTERM from a service manager and the
 * exit code are the server's own. Building needs heavy tools, so that part is a child that is gone by now.
 */
await run(async () => {
  requireNode();
  noticeFlagsEatenByNpm(process.env, process.argv.slice(2));
  await install('production');
  await ensureBuilt();
  await keepWorkedOut();
  endWithNpm();
  const server = inRoot('dist', 'server.mjs');
  process.setSourceMapsEnabled(true);
  process.argv = [process.argv[0], server, ...withAbsoluteData(process.argv.slice(2), process.env)];
  await import(pathToFileURL(server).href);
});
