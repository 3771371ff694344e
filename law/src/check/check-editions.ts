import type { Fault } from '../fault.ts';
import type { Library, Pack } from '../library.ts';
import { ancestryOf } from './ancestry.ts';

/** Editions of one instrument: on any day one of them governs, and packs rest on one of them only. */
export function checkEditions(library: Library): readonly Fault[] {
  return [...library.packs.values()].flatMap((pack) => [
    ...overlapping(library, pack),
    ...mixed(library, pack),
    ...late(pack),
  ]);
}

function instrumentOf(pack: Pack): string {
  return pack.text.id.split('/').slice(0, -1).join('/');
}

/** Told of the later edition: the earlier one has to end the day before. */
function overlapping(library: Library, pack: Pack): readonly Fault[] {
  const { from } = pack.text.inForce;
  return [...library.packs.values()]
    .filter(
      (other) =>
        other !== pack &&
        instrumentOf(other) === instrumentOf(pack) &&
        (other.text.inForce.from < from ||
          (other.text.inForce.from === from && other.text.id < pack.text.id)) &&
        (other.text.inForce.until === undefined || other.text.inForce.until >= from),
    )
    .map((other) => ({
      file: pack.file,
      line: pack.at(['inForce', 'from']),
      what: `${from} 起施行时，同一文件的另一版本 ${other.text.id} 还没有失效，同一日有两个版本有效`,
      remedy: '在旧版本的 inForce 写 until，为新版本施行日的前一日',
    }));
}

/** Two editions that both reach one pack would both bind where their times overlap, and name their clauses alike. */
function mixed(library: Library, pack: Pack): readonly Fault[] {
  const direct = pack.text.extends.flatMap((id) => library.packs.get(id) ?? []);
  return direct.flatMap((parent, index) => {
    const twin = direct.slice(0, index).find((other) => instrumentOf(other) === instrumentOf(parent));
    const { from, until } = parent.text.inForce;
    const file = pack.file;
    const line = pack.at(['extends', pack.text.extends.indexOf(parent.text.id)]);
    return [
      ...(twin === undefined ||
      (twin.text.inForce.until ?? '9999') < from ||
      (until ?? '9999') < twin.text.inForce.from
        ? []
        : [
            {
              file,
              line,
              what: `同时依据 ${twin.text.id} 和 ${parent.text.id}，它们是同一文件的两个版本，有效期又重叠`,
              remedy: '只依据其中一个，或者改正有效期',
            },
          ]),
      ...(until === undefined || until >= pack.text.inForce.from
        ? []
        : [
            {
              file,
              line,
              what: `所依据的 ${parent.text.id} 已于 ${until} 失效，早于本包的施行日 ${pack.text.inForce.from}`,
              remedy: '改为依据现行的版本',
            },
          ]),
    ];
  });
}

function late(pack: Pack): readonly Fault[] {
  const { issued, inForce } = pack.text;
  return issued <= inForce.from
    ? []
    : [
        {
          file: pack.file,
          line: pack.at(['issued']),
          what: `发布日 ${issued} 晚于施行日 ${inForce.from}`,
          remedy: '核对两个日期；规范性文件不溯及既往',
        },
      ];
}

/** Packs in which a clause is listed, other than those the pack rests on. */
export function strangersWith(library: Library, pack: Pack, clause: string): readonly Pack[] {
  const own = ancestryOf(library, pack);
  return [...library.packs.values()].filter(
    (other) => !own.includes(other) && other.clauses.some(({ value }) => value.id === clause),
  );
}
