/**
 * Does the work `times` times, so many at once, and tells how many a second came through and how long one took. Each
 * is handed its number, so that none does what another has done.
 */
export async function measure(times, atOnce, work) {
  const took = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < times) {
        const mine = next++;
        const start = performance.now();
        await work(mine);
        took.push(performance.now() - start);
      }
    }),
  );
  const perSecond = (took.length * 1000) / (performance.now() - began);
  took.sort((a, b) => a - b);
  return { perSecond, p50: at(took, 0.5), p95: at(took, 0.95) };
}

function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** The middle one of several rounds, by how many a second. */
export function middle(rounds) {
  return [...rounds].sort((a, b) => a.perSecond - b.perSecond)[Math.floor((rounds.length - 1) / 2)];
}

export function told({ perSecond, p50, p95 }) {
  return `${figure(perSecond)} 次/秒，p50 ${figure(p50)} 毫秒，p95 ${figure(p95)} 毫秒`;
}

/** Three places, whatever the size: 0.123, 12.3, 1234. */
export function figure(number) {
  return number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toFixed(2);
}
