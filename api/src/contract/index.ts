export * from './acts.ts';
export * from './calendar.ts';
export * from './finding.ts';
export * from './law.ts';
export * from './messages.ts';
export * from './problem.ts';
export * from './session.ts';
export * from './views.ts';
