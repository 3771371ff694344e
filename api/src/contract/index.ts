export * from './acts.ts';
export * from './batches.ts';
export * from './calendar.ts';
export * from './law.ts';
export * from './problem.ts';
export * from './session.ts';
export * from './views.ts';
