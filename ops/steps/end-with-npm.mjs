const LOOK_EVERY_MS = 500;

/**
 * Under `npm start` there is npm, then a shell, then us. A SIGTERM to npm alone ends the shell, which does
 * not pass it on, and the server would go on without an owner, holding its port and its data. So when our
 * parent is gone we ask ourselves to end in the same orderly way.
 */
export function endWithNpm(env = process.env) {
  if (env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  watch.unref();
}
