import type { Primitive } from '@zhaozhang/core';

const written = new WeakMap<Primitive, string>();

/** A rule as one text, made once: what asks every rule what it speaks of asks it thousands of times. */
export function textOf(rule: Primitive): string {
  let text = written.get(rule);
  if (text === undefined) {
    text = JSON.stringify(rule);
    written.set(rule, text);
  }
  return text;
}
