import type { CaseFilter } from '@zhaozhang/api/contract';

/** Where somebody is. Ids of cases and entries are addresses only; they are never shown. */
export type Route =
  | { readonly page: 'worklist' }
  | { readonly page: 'messages' }
  | ({ readonly page: 'cases' } & CaseFilter)
  /** `act`: the one that opens the file, where it is another than the lead. */
  | { readonly page: 'new-case'; readonly act?: string }
  /** Many cases at once; what is planned lies in the browser under this id. */
  | { readonly page: 'batch'; readonly id: string }
  /** A table of organisations, each to become a lead. */
  | { readonly page: 'register-many'; readonly id?: string }
  | {
      readonly page: 'case';
      readonly id: string;
      /** The act whose form is open. */
      readonly act?: string;
      /** The entry that is open, or just made. */
      readonly entry?: string;
      readonly fresh?: boolean;
    }
  | {
      readonly page: 'agency';
      /** The act whose form is open. */
      readonly act?: string;
      /** The entry that the act changes. */
      readonly of?: string;
      /** The act just done. */
      readonly done?: string;
    }
  /** What may be inspected, the plans and the draws. */
  | {
      readonly page: 'inspections';
      /** The act whose form is open. */
      readonly act?: string;
      /** The act just done. */
      readonly done?: string;
      /** The draw that is looked at. */
      readonly draw?: string;
    }
  /** 权责清单; `done`: the act just done on it. */
  | { readonly page: 'agency-items'; readonly done?: string }
  /** One's own account. */
  | { readonly page: 'account' }
  /** `opening`: the form of a new one stands in place of the list. */
  | { readonly page: 'accounts'; readonly opening?: boolean }
  /** The first administrator; before anybody can sign in. */
  | { readonly page: 'first' }
  /** Back from the identity provider, with a code still to come. */
  | { readonly page: 'code' }
  | { readonly page: 'law'; readonly text?: string }
  /** The id of a clause is an address only. */
  | { readonly page: 'law-clause'; readonly id: string }
  | { readonly page: 'law-params' }
  /** Packs beside each other; their ids are addresses only. */
  | { readonly page: 'law-comparison'; readonly packs?: readonly string[] }
  | { readonly page: 'law-binding' }
  | { readonly page: 'law-own' }
  /** `entering`: the form in which a holiday notice is entered stands in place of the months. */
  | { readonly page: 'law-calendar'; readonly year?: string; readonly entering?: boolean }
  | { readonly page: 'lost' };

/** Reads the part of the address after `#`. */
export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const asked = new URLSearchParams(query);
  const [first, id, third, fourth, ...rest] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  if (rest.length > 0) return { page: 'lost' };
  if (first === undefined) return { page: 'worklist' };
  if (first === 'messages' && id === undefined) return { page: 'messages' };
  if ((first === 'account' || first === 'first' || first === 'code') && id === undefined)
    return { page: first };
  if (first === 'accounts' && third === undefined && (id === undefined || id === 'new'))
    return { page: 'accounts', ...(id === undefined ? {} : { opening: true }) };
  if (first === 'law') return readLaw([id, third, fourth], asked);
  if (first === 'agency') return readAgency([id, third, fourth], asked);
  if (first === 'inspections') return readInspections([id, third, fourth], asked);
  if (first === 'batches') return readBatch([id, third]);
  if (first !== 'cases') return { page: 'lost' };
  if (id === undefined) return { page: 'cases', ...readFilter(asked) };
  if (id === 'new' && fourth === undefined)
    return { page: 'new-case', ...(third === undefined ? {} : { act: third }) };
  if (third !== undefined && (third !== 'acts' || fourth === undefined)) return { page: 'lost' };
  return {
    page: 'case',
    id,
    ...(fourth === undefined ? {} : { act: fourth }),
    ...some('entry', asked),
    ...(asked.has('fresh') ? { fresh: true } : {}),
  };
}

function readBatch([second, third]: readonly (string | undefined)[]): Route {
  if (second === 'register') return { page: 'register-many', ...(third === undefined ? {} : { id: third }) };
  return second === undefined || third !== undefined ? { page: 'lost' } : { page: 'batch', id: second };
}

function readAgency([second, act, fourth]: readonly (string | undefined)[], asked: URLSearchParams): Route {
  if (second === undefined) return { page: 'agency', ...some('done', asked) };
  if (second === 'items' && act === undefined) return { page: 'agency-items', ...some('done', asked) };
  return second === 'acts' && act !== undefined && fourth === undefined
    ? { page: 'agency', act, ...some('of', asked) }
    : { page: 'lost' };
}

function readInspections(
  [second, third, fourth]: readonly (string | undefined)[],
  asked: URLSearchParams,
): Route {
  if (second === undefined) return { page: 'inspections', ...some('done', asked) };
  if (third === undefined || fourth !== undefined) return { page: 'lost' };
  if (second === 'acts') return { page: 'inspections', act: third };
  return second === 'draws' ? { page: 'inspections', draw: third } : { page: 'lost' };
}

function readLaw([second, third, fourth]: readonly (string | undefined)[], asked: URLSearchParams): Route {
  if (fourth !== undefined) return { page: 'lost' };
  if (second === 'clause' && third !== undefined) return { page: 'law-clause', id: third };
  if (third !== undefined) return { page: 'lost' };
  if (second === undefined) return { page: 'law', ...some('text', asked) };
  if (second === 'params') return { page: 'law-params' };
  if (second === 'binding') return { page: 'law-binding' };
  if (second === 'own') return { page: 'law-own' };
  if (second === 'comparison') {
    const packs = (asked.get('packs') ?? '').split(',').filter((id) => id !== '');
    return { page: 'law-comparison', ...(packs.length === 0 ? {} : { packs }) };
  }
  if (second !== 'calendar') return { page: 'lost' };
  return {
    page: 'law-calendar',
    ...some('year', asked),
    ...(asked.has('entering') ? { entering: true } : {}),
  };
}

/** The address of a route, beginning with `#`, for links. */
export function hrefOf(route: Exclude<Route, { page: 'lost' }>): string {
  switch (route.page) {
    case 'worklist':
      return '#/';
    case 'messages':
      return '#/messages';
    case 'new-case':
      return route.act === undefined ? '#/cases/new' : `#/cases/new/${encodeURIComponent(route.act)}`;
    case 'batch':
      return `#/batches/${encodeURIComponent(route.id)}`;
    case 'register-many':
      return route.id === undefined
        ? '#/batches/register'
        : `#/batches/register/${encodeURIComponent(route.id)}`;
    case 'cases':
      return `#/cases${queryOf(filterTexts(route))}`;
    case 'agency':
      return route.act === undefined
        ? `#/agency${queryOf({ done: route.done })}`
        : `#/agency/acts/${encodeURIComponent(route.act)}${queryOf({ of: route.of })}`;
    case 'agency-items':
      return `#/agency/items${queryOf({ done: route.done })}`;
    case 'inspections':
      if (route.act !== undefined) return `#/inspections/acts/${encodeURIComponent(route.act)}`;
      return route.draw === undefined
        ? `#/inspections${queryOf({ done: route.done })}`
        : `#/inspections/draws/${encodeURIComponent(route.draw)}`;
    case 'account':
      return '#/account';
    case 'accounts':
      return route.opening === true ? '#/accounts/new' : '#/accounts';
    case 'first':
      return '#/first';
    case 'code':
      return '#/code';
    case 'law':
      return `#/law${queryOf({ text: route.text })}`;
    case 'law-clause':
      return `#/law/clause/${encodeURIComponent(route.id)}`;
    case 'law-params':
      return '#/law/params';
    case 'law-comparison': {
      const packs = route.packs?.join(',');
      return `#/law/comparison${queryOf({ packs })}`;
    }
    case 'law-binding':
      return '#/law/binding';
    case 'law-own':
      return '#/law/own';
    case 'law-calendar':
      return `#/law/calendar${queryOf({ year: route.year, entering: route.entering === true ? '1' : undefined })}`;
    case 'case': {
      const act = route.act === undefined ? '' : `/acts/${encodeURIComponent(route.act)}`;
      const query = queryOf({ entry: route.entry, fresh: route.fresh === true ? '1' : undefined });
      return `#/cases/${encodeURIComponent(route.id)}${act}${query}`;
    }
  }
}

/** The parts of a filter that are texts as they stand, in the order in which addresses name them. */
const filterParts = ['text', 'stage', 'enforcement', 'mark', 'handler', 'since', 'until'] as const;
const filterSwitches = ['late', 'flawed', 'exempted'] as const;

function readFilter(asked: URLSearchParams): CaseFilter {
  const filter: CaseFilter = {};
  for (const part of filterParts) Object.assign(filter, some(part, asked));
  for (const one of filterSwitches) if (asked.get(one) === '1') filter[one] = '1';
  return filter;
}

/** A filter as the texts of an address, without what narrows nothing. */
export function filterTexts(filter: CaseFilter): Readonly<Record<string, string>> {
  const parts = [...filterParts, ...filterSwitches].map((part) => [part, filter[part] ?? ''] as const);
  return Object.fromEntries(parts.filter(([, value]) => value !== ''));
}

/** The id in a stream's name: what stands after `case/`. */
export function caseIdOf(stream: string): string {
  return stream.slice(stream.indexOf('/') + 1);
}

function some<K extends (typeof filterParts)[number] | 'entry' | 'year' | 'done' | 'of'>(
  name: K,
  asked: URLSearchParams,
): { [P in K]?: string } {
  const value = asked.get(name);
  return (value === null || value === '' ? {} : { [name]: value }) as { [P in K]?: string };
}

function queryOf(parts: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts))
    if (value !== undefined && value !== '') query.set(name, value);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
