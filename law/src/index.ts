export { compileBundle, openBundle, PackUnknown, withParents } from './bundle.ts';
export type { Bundle } from './bundle.ts';
export { checkLibrary } from './check/check-library.ts';
export { readExamples } from './examples/read-examples.ts';
export type { PackExample } from './examples/read-examples.ts';
export { faultSentence } from './fault.ts';
export type { Fault } from './fault.ts';
export { readLibrary } from './library.ts';
export type { Library, Pack } from './library.ts';
