// What a case costs when everything it owes is computed anew: one core, no database, beside reading the very same
// states from JSON in the same run. Figures are to be compared with themselves over time; nothing is asserted.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { boundPacks, roomsOf } from './rooms.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    seed: { type: 'string', default: '20260302' },
  },
});
const sizes = values.sizes.split(',').map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('写明案件数,以逗号隔开,例如 --sizes 1000,10000,100000');
  process.exit(2);
}
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const law = path.join(root, 'law');

/** Cases of one chunk are made, computed and dropped together, so that 100,000 need no more memory than 1,000. */
const CHUNK = 1000;
/** Cases begin within this many days after the standard case: all of them inside years whose days off are known. */
const DAYS = 300;
const PARTIES = 3;

const rooms = await ourRooms();
const { compiled, files } = await playedFiles();
// Some unmeasured chunks first: what is measured is the code as it runs after its first second, not its compilation.
measure(5 * CHUNK);
let before;
for (const size of sizes) {
  const { seconds, parsing, rows, characters } = measure(size);
  const each = (seconds * 1e6) / size;
  const bare = (parsing * 1e6) / size;
  console.log(`${size} 案(共 ${rows} 项义务,每案 ${(characters / size / 1024).toFixed(1)} 千字符):`);
  console.log(`  读入 JSON    每案 ${bare.toFixed(1)} 微秒,共 ${parsing.toFixed(2)} 秒`);
  console.log(
    `  全部义务     每案 ${each.toFixed(1)} 微秒,共 ${seconds.toFixed(2)} 秒,为读入的 ${(each / bare).toFixed(2)} 倍`,
  );
  if (before !== undefined)
    console.log(`  每案用时为 ${before.size} 案时的 ${(each / before.each).toFixed(2)} 倍(1 为线性)`);
  before = { size, each };
}

/** Computes `size` cases, in the same order for the same seed. */
function measure(size) {
  const random = randomFrom(Number(values.seed));
  let seconds = 0;
  let parsing = 0;
  let rows = 0;
  let characters = 0;
  for (let done = 0; done < size; done += CHUNK) {
    const texts = Array.from({ length: Math.min(CHUNK, size - done) }, () =>
      moved(files[Math.floor(random() * files.length)], Math.floor(random() * DAYS)),
    );
    const began = processorSeconds();
    const states = texts.map((text) => JSON.parse(text));
    const parsed = processorSeconds();
    for (const state of states) rows += rooms.obligations(state, compiled).length;
    seconds += processorSeconds() - parsed;
    parsing += parsed - began;
    for (const text of texts) characters += text.length;
  }
  return { seconds, parsing, rows, characters };
}

/** Processor time, not the clock's: what other programs do meanwhile is not the cost of a case. Collecting garbage is. */
function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The same file so many days later: every day and moment in it moves, nothing else. */
function moved(text, by) {
  return text.replace(/\b2026-\d\d-\d\d(?=T|")/g, (day) => rooms.addDays(day, by));
}

/** Small and repeatable (mulberry32): runs on different days must compute the same cases. */
function randomFrom(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The standard case under the law the demonstration is bound by, with one to three parties, stopped after each of its steps. */
async function playedFiles() {
  const library = await rooms.readLibrary(law);
  const { standard } = await rooms.readExamples(law, library);
  const bundle = rooms.compileBundle(library, boundPacks(root));
  const begins = rooms.setUpMoment(standard, bundle.law);
  const begun = rooms.setUpAgency(rooms.emptyStage('standard'), standard.setup.acts, begins, bundle.law);
  // The reviewers of the demonstration ask of every case whether it is a major one; the standard case is none.
  const judged = { ...standard.asides.find(({ as }) => as === 'judge'), input: { grounds: [] } };
  const steps = [...standard.steps, judged].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const texts = [];
  for (let parties = 1; parties <= PARTIES; parties++) {
    const rehearsal = new rooms.Rehearsal(bundle.law, begun);
    for (const step of steps.flatMap((one) => forParties(one, parties))) {
      const { decision } = rehearsal.play(step);
      if ('refusals' in decision)
        throw new Error(`标准案的步骤 ${step.as} 被拒:${decision.refusals[0].because}`);
      texts.push(JSON.stringify(rehearsal.state));
    }
  }
  return { compiled: bundle.law, files: texts };
}

/** A step about one party becomes one about several, or one step for each of them. */
function forParties(step, count) {
  const ids = Array.from({ length: count }, (_, index) => `p${index + 1}`);
  const { input } = step;
  if (typeof input.party === 'string')
    return ids.map((party, index) => ({
      ...step,
      as: index === 0 ? step.as : `${step.as}-${party}`,
      input: { ...input, party },
    }));
  // What is answered party by party names what each of them said.
  if (typeof input.statement === 'string')
    return ids.map((party, index) => ({
      ...step,
      as: index === 0 ? step.as : `${step.as}-${party}`,
      input: { ...input, statement: index === 0 ? input.statement : `${input.statement}-${party}` },
    }));
  const several = { ...input };
  if (Array.isArray(input.sanctions))
    several.sanctions = ids.flatMap((party) => input.sanctions.map((one) => ({ ...one, party })));
  if (Array.isArray(input.parties))
    several.parties = ids.flatMap((id) =>
      input.parties.map((one) => (typeof one === 'string' ? id : { ...one, id, name: `${one.name}${id}` })),
    );
  return [{ ...step, input: several }];
}

function ourRooms() {
  return roomsOf(
    root,
    'bench-rooms',
    `
        export { obligations } from '@zhaozhang/core';
        export { addDays } from '@zhaozhang/core/time';
        export { compileBundle, readLibrary } from '@zhaozhang/law';
        export { emptyStage, Rehearsal, setUpAgency } from '@zhaozhang/law/rehearsal';
        export { readExamples } from './law/src/examples/read-examples.ts';
        export { setUpMoment } from './law/src/examples/set-up-moment.ts';`,
    ['zod', 'yaml'],
  );
}
