/** The name of an installation's log, and so of its key. */
export const logOrigin = 'zhaozhang.local/log';
