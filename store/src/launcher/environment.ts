/**
 * The environment of PostgreSQL's programs. Ours is not passed on: it may hold secrets, and PG* or LC_* variables
 * would change what the cluster becomes.
 */
export function databaseEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    SYSTEMROOT: process.env['SYSTEMROOT'],
  };
}
