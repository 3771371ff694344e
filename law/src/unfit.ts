import { deviates } from '@zhaozhang/core';
import type { Unfit } from '@zhaozhang/core';
import { withParents } from './bundle.ts';
import type { Library, Pack } from './library.ts';

/**
 * What keeps packs from binding an agency in earnest: a value their texts leave open that no pack of the binding
 * sets, and an instrument that is addressed to other agencies. Neither can be confirmed away: the first is decided by
 * the agency in a pack of its own, the second by binding something else. A value left to another law keeps nobody from it:
 * the act that would need it is refused, where it is done.
 *
 * @param names every name the agency has borne: an instrument may call it by any of them
 */
export function unfitFor(
  library: Library,
  packs: readonly string[],
  names: readonly string[],
  modules?: readonly string[],
): readonly Unfit[] {
  const resolved = withParents(library, packs);
  const set = new Set(
    resolved.flatMap((pack) =>
      pack.params.flatMap(({ value }) => (value.value === undefined ? [] : [value.id])),
    ),
  );
  const said = new Set<string>();
  return resolved.flatMap((pack) => [
    ...strangersTo(pack, names),
    ...unlikeTheRest(pack, resolved, names),
    ...pack.params.flatMap(({ value }): readonly Unfit[] => {
      if (set.has(value.id) || said.has(value.id) || value.optional === true || value.leftTo !== undefined)
        return [];
      // A system that is not bound needs no values; what the text at hand leaves out of it stays out.
      if (value.module !== undefined && modules !== undefined && !modules.includes(value.module)) return [];
      said.add(value.id);
      return [
        {
          code: 'PARAM_UNSET',
          because: `${citeOf(pack, value.clause)}没有写明“${value.label}”，一并启用的规则包也都没有给出取值`,
          remedy: {
            says:
              value.module === undefined
                ? '由机关确定取值，写入机关自己的规则包，与本规则包一并启用'
                : '规则缺失的制度不启用，先启用其余的；要启用的，由机关确定取值，写入机关自己的规则包',
          },
        },
      ];
    }),
  ]);
}

function strangersTo(pack: Pack, names: readonly string[]): readonly Unfit[] {
  const { addressees } = pack.text;
  if (addressees === undefined || addressees.agencies.some((one) => names.includes(one))) return [];
  return [
    {
      code: 'OUT_OF_SCOPE_UNIT',
      because: `${citeOf(pack, addressees.clause)}只适用于${addressees.agencies.join('、')}，本机关不在其中`,
      remedy: { says: '去掉这个规则包，启用约束本机关的规定' },
    },
  ];
}

/**
 * Values of a pack that an instrument wants to be the same everywhere and that another pack sets otherwise. The agency
 * that issued it may; any other sets them itself, with the confirmation written in it.
 */
function unlikeTheRest(pack: Pack, resolved: readonly Pack[], names: readonly string[]): readonly Unfit[] {
  const { overrides } = pack.text;
  const by = overrides?.confirmedBy;
  if (by === undefined || names.includes(by)) return [];
  return pack.params.flatMap(({ value: above }) => {
    const other = resolved.find(
      (one) =>
        one !== pack &&
        one.params.some(
          ({ value }) =>
            value.id === above.id && value.value !== undefined && deviates(value.value, above.value),
        ),
    );
    return other === undefined
      ? []
      : [
          {
            code: 'OVERRIDE_NOT_CONFIRMED',
            because: `${citeOf(pack, overrides?.clause)}要求全系统取值一致，《${other.text.title}》对“${above.label}”另有取值而没有经${by}确认`,
            remedy: { says: `改用相同的取值；经${by}确认不同的，启用之后以“自定取值”登记` },
          },
        ];
  });
}

function citeOf({ text, clauses }: Pack, clause: string | undefined): string {
  const title = text.shortTitle ?? `《${text.title}》`;
  return `${title}${clauses.find(({ value }) => value.id === clause)?.value.article ?? ''}`;
}
