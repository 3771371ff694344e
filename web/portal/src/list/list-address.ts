/** Address of one page of the list. The first page and the empty question are left out, so addresses are stable. */
export function listAddress(query: string, page: number): string {
  const asked = [
    ...(query === '' ? [] : [`q=${encodeURIComponent(query)}`]),
    ...(page <= 1 ? [] : [`page=${page}`]),
  ];
  return asked.length === 0 ? '/decisions' : `/decisions?${asked.join('&')}`;
}
