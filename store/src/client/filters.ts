import type { Json } from './json.ts';
import type { Connections } from './pool.ts';

/** A narrowing of the case list that somebody keeps under a name. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly asked: Json;
}

interface Owner {
  readonly agency: string;
  readonly account: string;
}

/** Filters of one account: nobody else reads or changes them. */
export function filters(app: Connections) {
  return {
    list({ agency, account }: Owner): Promise<SavedFilter[]> {
      return app.query<{ id: string; name: string; asked: Json }>(
        'select f.id, f.name, f.asked from auth.filters_of($1, $2) f',
        [agency, account],
      );
    },
    /** Keeps one, in place of one of the same name; false when there are `atMost` others already. */
    async put(owner: Owner, filter: SavedFilter, atMost: number): Promise<boolean> {
      const [row] = await app.query<{ kept: boolean }>('select auth.filter_put($1) as kept', [
        JSON.stringify({ ...owner, ...filter, atMost }),
      ]);
      return row?.kept === true;
    },
    async drop({ agency, account }: Owner, id: string): Promise<void> {
      await app.query('select auth.filter_drop($1, $2, $3)', [agency, account, id]);
    },
  };
}
