import { useSyncExternalStore } from 'react';
import { hrefOf, type Route, readRoute } from './route.ts';

/** The present route; follows links, back and forward. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return readRoute(hash);
}

/** Goes to a route. `replace` leaves no step back, as after a form that is done. */
export function go(route: Exclude<Route, { page: 'lost' }>, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.location.hash = hrefOf(route);
  else window.location.replace(hrefOf(route));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
