import {
  accompanying,
  actDefinitions,
  codeLabel,
  describe,
  entriesOf,
  entryById,
  entryLabels,
  kindOf,
  makerOf,
  officersSeen,
  participantsOf,
  partnersAt,
  partyName,
  presentParties,
  sealOn,
  yuanText,
} from '@zhaozhang/core';
import type { AnyEntry, CaseState, FieldMap, Sanction, Value } from '@zhaozhang/core';
import { dayOf, formatDay, formatInstant } from '@zhaozhang/core/time';
import { escaped, paragraphs } from './html.ts';
import { defenceHtml } from './defence-html.ts';
import { executionBasisHtml } from './execution-basis-html.ts';
import { documentKindOf, heldIn } from './kinds.ts';
import type { DocumentKind } from './kinds.ts';
import { inputText, recordText } from './value-text.ts';
import type { Showing } from './value-text.ts';

/** Address of the style sheet a document's page refers to; the server serves `documentStyle` there. */
export const documentStylePath = '/document.css';

/**
 * A document as a printable page. It projects the entry's fields and holds nothing itself, so what is printed is what
 * was decided; drawn again from the same entry it is the same text. Undefined when the entry is no document.
 */
export function renderDocument(entry: AnyEntry, showing: Showing): string | undefined {
  const kind = documentKindOf(entry, kindOf(showing.state));
  if (kind === undefined) return undefined;
  const number = numberOf(entry);
  const sections = [
    ...kind.sections.map((section) => ({
      heading: section.heading,
      body: section.parts.map((part) => partHtml(part, entry, showing)).join(''),
    })),
    { heading: '其他载明的事项', body: besides(kind, entry, showing) },
  ]
    .filter((section) => section.body !== '')
    .map(
      (section, index) =>
        `<section><h2>${chinese[index] ?? index + 1}、${section.heading}</h2>${section.body}</section>`,
    )
    .join('');
  return page(
    kind,
    number,
    `${addressees(entry, showing)}<p>${kind.intro}</p>${sections}${closing(entry, showing)}`,
  );
}

function numberOf(entry: AnyEntry): string {
  return entry.kind === 'decision' || entry.kind === 'measure-decision' || entry.kind === 'measure-lifting'
    ? entry.data.number
    : '';
}

/** A kind of document that places nothing: everything on record is printed. */
const bare: DocumentKind = { id: '', entry: '', title: '', intro: '', sections: [] };

const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function page(kind: DocumentKind, number: string, body: string): string {
  const title = number === '' ? kind.title : `${kind.title} ${number}`;
  const shown = number === '' ? '' : `<p class="number">${escaped(number)}</p>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="${documentStylePath}"></head><body><main><h1>${kind.title}</h1>${shown}${body}</main></body></html>`;
}

function addressees(entry: AnyEntry, { state, law }: Showing): string {
  const ids = addressed(entry, state);
  const rows = partiesNamed(entry, state)
    .filter((party) => ids.includes(party.id))
    .map((party) => {
      const details = Object.entries(party.record).map(
        ([id, value]) => `${law.fields[id]?.label ?? ''}：${recordText(id, value, law)}`,
      );
      return `<p class="party"><b>${calledHere(entry, state)}：${escaped(party.name)}</b>${details.length === 0 ? '' : `<br>${escaped(details.join('；'))}`}</p>`;
    });
  return rows.join('');
}

/** What whom it speaks to, or of, is called in such a paper. */
function calledHere(entry: AnyEntry, state: CaseState): string {
  if (entry.kind === 'service') return '受送达人';
  // Among those it speaks to are some who are no parties of the file.
  if (kindOf(state) === 'license' && ['hearing-offer', 'hearing-notice', 'hearing'].includes(entry.kind))
    return '听证参加人';
  return entry.kind === 'court-application' ? '被申请执行人' : '当事人';
}

/** To whom it speaks: those it names, of what follows a measure its party, else everybody the case is against. */
function addressed(entry: AnyEntry, state: CaseState): readonly string[] {
  switch (entry.kind) {
    case 'notice':
    case 'hearing-offer':
    case 'hearing-notice':
    case 'demand':
    case 'correction-order':
      return entry.data.parties;
    // It is signed by whoever was asked, who may be no party and has no business with what is known of one.
    case 'interview':
      return [];
    case 'hearing': {
      const notice = entryById(state, entry.data.notice);
      return notice?.kind === 'hearing-notice' ? notice.data.parties : [];
    }
    case 'service':
    case 'court-application':
    case 'execution-agreement':
    case 'measure-decision':
    case 'measure':
      return [entry.data.party];
    case 'measure-extension':
    case 'measure-lifting': {
      const measure = entryById(state, entry.data.measure);
      return measure?.kind === 'measure' ? [measure.data.party] : [];
    }
    default:
      return presentParties(state, entry.version).map((party) => party.id);
  }
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly record: FieldMap;
}

/** The parties as the document fixed them when it was issued; those of before it did are read from the file. */
function partiesNamed(entry: AnyEntry, state: CaseState): readonly Named[] {
  const fixed = entry.outcome?.['parties'];
  if (Array.isArray(fixed)) return fixed as unknown as readonly Named[];
  const parties = entriesOf(state, 'party').map(({ id, record }) => ({
    id,
    name: partyName(state, id, entry.version),
    record,
  }));
  const known = new Set(parties.map(({ id }) => id));
  // Whoever is touched without being a party has a name on file and nothing more.
  const touched = participantsOf(state).filter(({ id }) => !known.has(id));
  return [...parties, ...touched.map((one) => ({ ...one, record: {} }))];
}

function partHtml(part: string, entry: AnyEntry, showing: Showing): string {
  if (part === 'sanctions') return sanctionsHtml(entry, showing);
  if (part === 'outcome') return outcomeHtml(entry, showing);
  if (part === 'moment') return paragraphs(formatInstant(entry.at));
  if (part === 'officers') return officersHtml(entry);
  if (part === 'partners-present') return accompanyingHtml(entry, showing);
  if (part === 'joint') return jointHtml(entry, showing);
  if (part === 'defence') return defenceHtml(entry, showing);
  if (part === 'execution-basis') return executionBasisHtml(showing);
  const [source, name] = [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)];
  if (source === 'record') {
    const value = entry.record[name];
    return value === undefined ? '' : paragraphs(recordText(name, value, showing.law));
  }
  if (source === 'told') {
    const text = entry.outcome?.[name];
    return typeof text === 'string' ? paragraphs(text) : '';
  }
  if (source === 'labelled') {
    const value = entry.record[name];
    return value === undefined ? '' : labelled(name, value, showing);
  }
  const value = heldIn(entry.data, name);
  const [last] = name.split('.').slice(-1);
  const definition = actDefinitions.get(entry.act);
  const field =
    definition === undefined ? undefined : describe(definition.input).find((one) => one.name === last);
  if (value === undefined || field === undefined || (Array.isArray(value) && value.length === 0)) return '';
  return paragraphs(`${field.label}：${inputText(field, value, showing)}`);
}

/** What a local rule demands beside the kind's own sections: what is on record stands on paper too. */
function besides(kind: DocumentKind, entry: AnyEntry, showing: Showing): string {
  const placed = new Set(kind.sections.flatMap((section) => section.parts));
  const inside = new Set(kind.unprinted ?? []);
  return Object.entries(entry.record)
    .filter(([field]) => !inside.has(field))
    .filter(([field]) => !placed.has(`record:${field}`) && !placed.has(`labelled:${field}`))
    .map(([field, value]) => labelled(field, value, showing))
    .join('');
}

function labelled(field: string, value: Value, { law }: Showing): string {
  return paragraphs(`${law.fields[field]?.label ?? ''}：${recordText(field, value, law)}`);
}

/** What became of a document that was sent: when it arrived or came back, and what proves it. */
function outcomeHtml(entry: AnyEntry, showing: Showing): string {
  return [...entriesOf(showing.state, 'delivery'), ...entriesOf(showing.state, 'mail-return')]
    .filter((outcome) => outcome.data.service === entry.id)
    .map((outcome) => {
      const what = paragraphs(`${entryLabels[outcome.kind]}：${formatInstant(outcome.at)}`);
      return `${what}${besides(bare, outcome as AnyEntry, showing)}`;
    })
    .join('');
}

function sanctionsHtml(entry: AnyEntry, { state, law }: Showing): string {
  const { sanctions } = entry.data as { sanctions?: readonly Sanction[] };
  if (sanctions === undefined || sanctions.length === 0) return '';
  const rows = sanctions.map((sanction) => {
    const sum = sanction.amount === undefined ? '' : ` ${yuanText(sanction.amount)}`;
    const detail = sanction.detail === undefined ? '' : `（${sanction.detail}）`;
    return `<li>${escaped(`${partyName(state, sanction.party, entry.version)}：${codeLabel(law, 'sanction-kind', sanction.kind)}${sum}${detail}`)}</li>`;
  });
  return `<ul>${rows.join('')}</ul>`;
}

function closing(entry: AnyEntry, { state, agency, law }: Showing): string {
  const seal = sealOn(state, entry.id);
  const sealed =
    seal === undefined
      ? ''
      : `<p>${escaped(`已加盖${codeLabel(law, 'seal-owner', seal.data.owner)}（${codeLabel(law, 'seal-manner', seal.data.manner)}）`)}</p>`;
  return `<footer><p>${escaped(makerOf(state, entry, agency).name)}</p><p>${formatDay(dayOf(entry.at), { withYear: true })}</p>${sealed}</footer>`;
}

/** Each officer who was there, with the certificate of that day: as the record kept them. */
function officersHtml(entry: AnyEntry): string {
  const rows = officersSeen(entry).map(
    ({ name, certificate }) =>
      `<li>${escaped(certificate === undefined ? name : `${name}（执法证件 ${certificate}）`)}</li>`,
  );
  return rows.length === 0 ? '' : `<ul>${rows.join('')}</ul>`;
}

/** Those of other agencies who were there, apart from the officers: by what they showed, and whose they are. */
function accompanyingHtml(entry: AnyEntry, { state }: Showing): string {
  const rows = accompanying(state, entry).map(
    ({ agency, name, certificate }) => `<li>${escaped(`${agency} ${name}（执法证件 ${certificate}）`)}</li>`,
  );
  return rows.length === 0
    ? ''
    : `<p>下列人员由联合执法的机关派出，不是本机关的执法人员：</p><ul>${rows.join('')}</ul>`;
}

/** With whom it was enforced as the paper was made, by which arrangement, and that each answers for its own matters. */
function jointHtml(entry: AnyEntry, { state, agency, law }: Showing): string {
  const partners = partnersAt(state, entry.at, entry.version);
  if (partners.length === 0) return '';
  const papers = [...new Set(partners.flatMap(({ document }) => document ?? []))];
  const ours = [...new Set(partners.flatMap((partner) => partner.ours))];
  const rows = partners.map(({ name, role, matters }) => {
    const said = [
      ...(role === undefined ? [] : [codeLabel(law, 'joint-role', role)]),
      ...(matters.length === 0 ? [] : [`职权事项：${matters.join('、')}`]),
    ];
    return `<li>${escaped(said.length === 0 ? name : `${name}（${said.join('；')}）`)}</li>`;
  });
  const by = papers.length === 0 ? '' : `依${papers.join('、')}，`;
  const { name } = makerOf(state, entry, agency);
  const own = ours.length === 0 ? '' : `（${ours.join('、')}）`;
  return `${paragraphs(`${by}${name}与下列机关联合执法。${name}在本机关的职权${own}内以本机关的名义办理，其他机关的事项由各机关自行决定。`)}<ul>${rows.join('')}</ul>`;
}
