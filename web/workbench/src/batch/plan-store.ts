import { draftName } from '../drafts/draft.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { Plan } from './plan.ts';

/** Where plans lie in the browser: beside the drafts, locked as they are, for eight hundred cases name many people. */
export interface PlanStore {
  load: (id: string) => Promise<Plan | undefined>;
  /** Those of whoever is signed in that have not been taken away. */
  all: () => Promise<readonly Plan[]>;
  /** Tells whether it could be kept: the browser may refuse. */
  save: (plan: Plan) => Promise<boolean>;
  remove: (id: string) => Promise<void>;
}

const shelf = 'plan';

/** What cannot be read back is no plan; a browser that keeps nothing has none. */
export function planStore(drafts: DraftStore): PlanStore {
  return {
    load: async (id) => {
      const found = await drafts.load(draftName(shelf, id));
      return isPlan(found) ? found : undefined;
    },
    all: async () => (await drafts.all(`${shelf}/`)).filter(isPlan),
    save: (plan) => drafts.save(draftName(shelf, plan.id), plan),
    remove: (id) => drafts.clear(draftName(shelf, id)),
  };
}

function isPlan(found: unknown): found is Plan {
  if (typeof found !== 'object' || found === null) return false;
  const { id, account, act, items } = found as Partial<Record<keyof Plan, unknown>>;
  return [id, account, act].every((one) => typeof one === 'string') && Array.isArray(items);
}
