import { endOfTime } from '../time/index.ts';
import type { Day } from '../time/index.ts';
import type { Scene } from './fact.ts';

/**
 * The same scene at another moment or under the editions of another day. Each is made once and kept with the scene it
 * comes from: a case is asked for some forty duties, and nearly all of them look at the same two or three days.
 */
const atEnd = new WeakMap<Scene, Scene>();
const byDay = new WeakMap<Scene, Map<Day, Scene & { readonly on: Day }>>();

/** Duties look at no clock: everything the file holds counts, whenever it came to hold. */
export function timelessOf(scene: Scene): Scene {
  if (scene.asOf === endOfTime) return scene;
  let found = atEnd.get(scene);
  if (found === undefined) {
    found = { ...scene, asOf: endOfTime };
    atEnd.set(scene, found);
  }
  return found;
}

/** The scene with the editions and the values of parameters of that day. */
export function onDay(scene: Scene, day: Day): Scene & { readonly on: Day } {
  if (scene.on === day) return scene as Scene & { readonly on: Day };
  let days = byDay.get(scene);
  if (days === undefined) {
    days = new Map();
    byDay.set(scene, days);
  }
  let found = days.get(day);
  if (found === undefined) {
    found = { ...scene, on: day };
    days.set(day, found);
  }
  return found;
}
