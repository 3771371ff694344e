import { z } from 'zod';
import type { Act, ActContext, Structural } from '../../act.ts';
import { footageAt, windowNumber } from '../../authority/windows.ts';
import type { Footage } from '../../authority/windows.ts';
import type { FieldMap } from '../../canonical.ts';
import type { Instant } from '../../time/index.ts';
import { code } from '../inputs.ts';
import type { CaseState } from '../state.ts';

/** What every act that opens a file by naming parties and materials has to ask of its input. */

export const materialsOfApplication = z
  .array(
    z.strictObject({
      name: z.string().trim().min(2, '请写明材料名称').max(100).meta({ label: '材料名称' }),
      state: code('material-state', '收到的情况'),
    }),
  )
  .min(1, '至少列一项申请材料')
  .max(100)
  .meta({ label: '公布的材料目录所列材料' });

/** A file is opened once. */
export function openedAlready(state: CaseState): readonly Structural[] {
  return state.version === 0
    ? []
    : [
        {
          code: 'APPLICATION_REGISTERED',
          because: '本案已经登记',
          remedy: { says: '另有申请的，另行登记' },
        },
      ];
}

/** Two parties of one id, or one whose id is that of the opening. */
export function partiesAmiss(
  act: Pick<Act, 'id'>,
  parties: readonly { readonly id: string }[],
  called: string,
): readonly Structural[] {
  const field = 'input.parties';
  if (new Set(parties.map(({ id }) => id)).size < parties.length)
    return [
      {
        code: 'INPUT_INVALID',
        because: `两名${called}用了同一编号`,
        field,
        remedy: { says: `每名${called}各用一个编号` },
      },
    ];
  return parties.some(({ id }) => id === act.id)
    ? [
        {
          code: 'ID_TAKEN',
          because: `${called}的编号已用于本次登记`,
          field,
          remedy: { says: '换一个编号' },
        },
      ]
    : [];
}

export function materialsTwice(materials: readonly { readonly name: string }[]): readonly Structural[] {
  return new Set(materials.map(({ name }) => name)).size < materials.length
    ? [
        {
          code: 'INPUT_INVALID',
          because: '同一材料列了两次',
          field: 'input.materials',
          remedy: { says: '每项材料列一次' },
        },
      ]
    : [];
}

/** Only of one that came to a window, and only where the agency tells its windows apart: nothing is owed for leaving it out. */
export const atWindow = z.optional(windowNumber.meta({ label: '受理窗口（到窗口申请的填写）' }));

interface Received {
  readonly channel: string;
  readonly window?: string | undefined;
}

export function windowAmiss({ channel, window }: Received): readonly Structural[] {
  return window === undefined || channel === 'window'
    ? []
    : [
        {
          code: 'INPUT_INVALID',
          because: '不是到窗口申请的，却写了受理窗口',
          field: 'input.window',
          remedy: { says: '核对申请渠道和受理窗口' },
        },
      ];
}

/**
 * What the window filmed of it, found by itself. It is kept with what came of the act: a registration that is replaced
 * later must not change which footage belongs to this application.
 */
export function footageOf(
  act: { readonly input: Received; readonly occurredAt: Instant },
  { refs }: Pick<ActContext, 'refs'>,
): { readonly footage?: FieldMap } {
  const found = footageAt(refs.agency, act.input.window, act.occurredAt);
  return found === undefined ? {} : { footage: { ...found } };
}

/** The same, read from the event. */
export function footageIn(outcome: FieldMap | undefined): { readonly footage?: Footage } {
  const kept = outcome?.['footage'];
  return kept === undefined ? {} : { footage: kept as unknown as Footage };
}
