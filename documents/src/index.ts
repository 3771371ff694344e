export { documentKindOf } from './kinds.ts';
export { documentStylePath, renderDocument } from './render-document.ts';
export { documentStyle } from './style.ts';
export { attachmentsOf, inputText, planLineText, recordText } from './value-text.ts';
export type { Showing } from './value-text.ts';
