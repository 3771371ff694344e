import type { ActDefinition, Structural } from '../../act.ts';
import { nameOn } from '../../authority/names.ts';
import type { AgencyName } from '../../authority/names.ts';
import { cessionFor } from '../../authority/succession.ts';
import type { Cession } from '../../authority/succession.ts';
import { unitOf } from '../../authority/state.ts';
import type { AgencyState } from '../../authority/state.ts';
import { dayOf } from '../../time/index.ts';
import type { Instant } from '../../time/index.ts';
import { openingOf } from '../kind.ts';
import { handlersOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry, CaseState, EntryOf } from '../state.ts';

/**
 * 机关合并、分立: a file follows the power it belongs to. In the hands of the agency that gives it away its last entry is
 * the cession; the successor's stream begins with the same entries and goes on with the reception.
 */

/** The cession that nobody has answered by receiving the file: what stands here is no longer worked on here. */
export function cessionOf(state: CaseState): EntryOf<'cession'> | undefined {
  const given = entriesOf(state, 'cession');
  return given.length > entriesOf(state, 'reception').length ? given.at(-1) : undefined;
}

/** The unit a file belongs to: that of who handles it, before anybody does of who opened it. */
export function unitOfFile(state: CaseState, agency: AgencyState): string | undefined {
  return unitOf(agency, handlersOf(state)[0] ?? openingOf(state)?.by.officer);
}

/** By which cession the power over a file has gone at that moment. */
export function cessionOver(state: CaseState, agency: AgencyState, at: Instant): Cession | undefined {
  return cessionFor(agency, unitOfFile(state, agency), at);
}

/**
 * A file that has been given away takes nothing more here. One whose power has gone takes nothing but being given away;
 * what happened before that day is still entered, so that the whole file goes. Of a power that has gone no file is opened.
 * @param unit of whoever would open one
 */
export function cededFaults(
  { name, aggregate, nature, opens }: Pick<ActDefinition, 'name' | 'aggregate' | 'nature' | 'opens'>,
  state: CaseState,
  at: Instant,
  { agency, unit }: { readonly agency: AgencyState; readonly unit: string | undefined },
): readonly Structural[] {
  if (aggregate !== 'case') return [];
  const given = cessionOf(state);
  if (given !== undefined)
    return name === receiving
      ? []
      : [
          {
            code: 'CASE_CEDED',
            because: `本案已经移交${given.data.name}`,
            remedy: { says: `由${given.data.name}接收之后办理` },
          },
        ];
  if (name === ceding) return [];
  if (state.version === 0 && opens === true) {
    const gone = cessionFor(agency, unit, at);
    return gone === undefined
      ? []
      : [
          {
            code: 'POWER_CEDED',
            because: `这项职权已经划给${gone.name}`,
            remedy: { says: `新的事项由${gone.name}登记办理` },
          },
        ];
  }
  const gone = cessionOver(state, agency, at);
  // Typed in today of a day on which the power was still here: the moment of the thing counts, not that of typing.
  return gone === undefined || (nature === 'factual' && dayOf(at) < gone.from)
    ? []
    : [
        {
          code: 'POWER_CEDED',
          because: `本案的职权已经划给${gone.name}`,
          remedy: { says: `把案卷移交${gone.name}，由其接着办理`, act: ceding },
        },
      ];
}

const ceding = 'case.cede';
const receiving = 'case.receive-ceded';

/** What the agency is called on a paper of the file: what was made before the file changed hands bears the name of its maker. */
export function makerOf(
  state: CaseState,
  entry: Pick<AnyEntry, 'version' | 'at'>,
  agency: AgencyState,
): AgencyName {
  const made = entriesOf(state, 'reception').find(({ version }) => version > entry.version);
  if (made === undefined) return nameOn(agency, dayOf(entry.at));
  const { name, shortName, renamings = [] } = made.data;
  return nameOn({ name, shortName, renamings }, dayOf(entry.at));
}
