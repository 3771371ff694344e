import type { Field } from '../fields/field.ts';
import { shownIn } from '../fields/to-wire.ts';
import type { TypedMap } from '../fields/typed.ts';

/** A field on screen: where it stands and what it is called in the list of errors. */
export interface Place {
  readonly path: string;
  readonly label: string;
}

/** Every field the form shows for these values. */
export function placesOf(
  fields: readonly Field[],
  values: TypedMap,
  path: string,
  before = '',
): readonly Place[] {
  return fields.flatMap((field): readonly Place[] => {
    const at = `${path}.${field.name}`;
    if (field.kind === 'local-id') return [];
    const value = values[field.name];
    if (field.kind === 'record')
      return placesOf(shownIn(field.parts, values), (value ?? {}) as TypedMap, at, before);
    const own: Place = { path: at, label: before + field.label };
    if (field.kind !== 'rows' || !Array.isArray(value)) return [own];
    const inRows = (value as readonly TypedMap[]).flatMap((row, index) =>
      placesOf(shownIn(field.parts, row), row, `${at}.${index}`, `${field.label} ${index + 1} · `),
    );
    return [own, ...inRows];
  });
}
