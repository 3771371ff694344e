import { partsOf } from '@zhaozhang/core';
import type { Assumption } from '@zhaozhang/core';
import { withParents } from './bundle.ts';
import type { Library, Pack } from './library.ts';

/**
 * What packs rest on that no text at hand says: values an agency set where the text is silent, readings of a rule, and
 * whole packs whose text is still to be had. Each is confirmed by two persons before it binds anybody.
 */
export function assumptionsOf(library: Library, packs: readonly string[]): readonly Assumption[] {
  const resolved = withParents(library, packs);
  // A local pack that sets a parameter again takes the place of the value above it; one that leaves it open does not.
  const last = new Map<string, Pack>();
  for (const pack of resolved)
    for (const { value } of pack.params)
      if (value.value !== undefined || !last.has(value.id)) last.set(value.id, pack);
  return resolved.flatMap((pack) => [
    ...ofPack(pack),
    ...pack.params.flatMap(({ value }): readonly Assumption[] => {
      const reason = value.assumption ?? (value.source === 'silent' ? value.reason : undefined);
      if (reason === undefined || last.get(value.id) !== pack) return [];
      return [
        {
          id: `param.${value.id}`,
          pack: pack.text.id,
          label: value.label,
          reason,
          ...(value.value === undefined ? {} : { value: value.value }),
          ...(value.unit === undefined ? {} : { unit: value.unit }),
          ...(value.clause === undefined ? {} : { clause: value.clause }),
        },
      ];
    }),
    ...ofRules(pack),
    ...borrowedFrom(pack),
  ]);
}

function ofPack({ text }: Pack): readonly Assumption[] {
  const reason = text.pending ?? text.assumption;
  return reason === undefined
    ? []
    : [{ id: `pack.${text.id}`, pack: text.id, label: `《${text.title}》`, reason }];
}

/** Parts of one rule that take the same for granted are confirmed together. */
function ofRules(pack: Pack): readonly Assumption[] {
  return pack.rules.flatMap(({ value }) => {
    const seen = new Set<string>();
    return partsOf(value).flatMap(({ rule }): readonly Assumption[] => {
      const { assumption: reason, cites } = rule;
      if (reason === undefined || seen.has(reason)) return [];
      seen.add(reason);
      const [clause] = cites;
      const label = 'label' in rule ? rule.label : 'because' in rule ? rule.because : '所记载的内容';
      return [
        {
          id: `rule.${seen.size === 1 ? value.id : rule.id}`,
          pack: pack.text.id,
          label,
          reason,
          ...(clause === undefined ? {} : { clause }),
        },
      ];
    });
  });
}

/** That other kinds of enforcement follow its rules for want of their own; rules lent for one reason are confirmed together. */
function borrowedFrom(pack: Pack): readonly Assumption[] {
  const seen = new Set<string>();
  return pack.rules.flatMap(({ value }): readonly Assumption[] => {
    if (!('elsewhere' in value) || value.elsewhere === undefined || seen.has(value.elsewhere)) return [];
    seen.add(value.elsewhere);
    const [clause] = value.cites;
    return [
      {
        id: `rule.${value.id}.elsewhere`,
        pack: pack.text.id,
        label: `其他种类的执法参照《${pack.text.title}》`,
        reason: value.elsewhere,
        ...(clause === undefined ? {} : { clause }),
      },
    ];
  });
}
