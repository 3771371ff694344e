import type { Plan } from './plan.ts';

/** Where plans lie in the browser: eight hundred cases are more than its plain storage takes. */
export interface PlanStore {
  load: (id: string) => Promise<Plan | undefined>;
  /** Those of an account that are not finished. */
  all: (account: string) => Promise<readonly Plan[]>;
  /** Tells whether it could be kept: the browser may refuse. */
  save: (plan: Plan) => Promise<boolean>;
  remove: (id: string) => Promise<void>;
}

const database = 'zhaozhang';
const table = 'plans';

/** What cannot be read back is no plan; a browser that keeps nothing has none. */
export function planStore(factory: IDBFactory | undefined = globalThis.indexedDB): PlanStore {
  return {
    load: async (id) => {
      const found = await asked<unknown>(factory, 'readonly', (plans) => plans.get(id));
      return isPlan(found) ? found : undefined;
    },
    all: async (account) => {
      const found = (await asked<unknown[]>(factory, 'readonly', (plans) => plans.getAll())) ?? [];
      return found.filter(isPlan).filter((plan) => plan.account === account);
    },
    save: async (plan) => (await asked(factory, 'readwrite', (plans) => plans.put(plan))) !== undefined,
    remove: async (id) => {
      await asked(factory, 'readwrite', (plans) => plans.delete(id));
    },
  };
}

async function asked<T>(
  factory: IDBFactory | undefined,
  mode: IDBTransactionMode,
  ask: (plans: IDBObjectStore) => IDBRequest,
): Promise<T | undefined> {
  if (factory === undefined) return undefined;
  try {
    const opened = await opening(factory);
    try {
      return await new Promise<T>((resolve, reject) => {
        const transaction = opened.transaction(table, mode);
        const request = ask(transaction.objectStore(table));
        // Not when the request is answered: only a finished transaction outlives the browser.
        transaction.oncomplete = () => resolve(request.result as T);
        transaction.onabort = () => reject(new Error('没有存下'));
        transaction.onerror = () => reject(new Error('没有存下'));
      });
    } finally {
      opened.close();
    }
  } catch {
    return undefined;
  }
}

function opening(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('打不开'));
    request.onblocked = () => reject(new Error('打不开'));
  });
}

function isPlan(found: unknown): found is Plan {
  if (typeof found !== 'object' || found === null) return false;
  const { id, account, act, items } = found as Partial<Record<keyof Plan, unknown>>;
  return [id, account, act].every((one) => typeof one === 'string') && Array.isArray(items);
}
