import {
  actDefinitions,
  actLabel,
  basisNoted,
  describe,
  entryLabels,
  entryTitle,
  isCorrectable,
  isMarked,
  shownName,
} from '@zhaozhang/core';
import type { AgencyState, AnyEntry, CaseState, Law, Value } from '@zhaozhang/core';
import { epochOf, formatInstant, parseInstant } from '@zhaozhang/core/time';
import type { EntryView } from '../contract/index.ts';
import { shownFields } from './shown-fields.ts';
import { documentKindOf, inputText, recordText } from '@zhaozhang/documents';

/** In place of what a marked entry says, for those who have no part in the case. */
const withheldFields: EntryView['fields'] = [
  { label: '保密', text: '含商业秘密或者个人隐私，只有本案的办案、审核、监督人员能够查看' },
];

const anHour = 3_600_000;

/** An entry of the file as the timeline shows it. `logged` tells whether its last event is in the log. */
export function entryView(
  entry: AnyEntry,
  showing: { state: CaseState; agency: AgencyState; law: Law; readsMarked: boolean },
  logged: (version: number) => boolean,
): EntryView {
  const { state, law } = showing;
  const withheld = isMarked(entry) && !showing.readsMarked;
  const stage = actDefinitions.get(entry.act)?.stage;
  return {
    id: entry.id,
    kind: entry.kind,
    kindLabel: entryLabels[entry.kind],
    title: entryTitle(state, entry),
    act: entry.act,
    actLabel: actLabel(entry.act),
    ...(stage === undefined ? {} : { stage }),
    at: entry.at,
    enteredAt: entry.enteredAt,
    late: epochOf(entry.enteredAt) - epochOf(entry.at) >= anHour,
    by: shownName(entry.by),
    version: entry.version,
    fields: withheld ? withheldFields : shownFields(entry, showing),
    defects: entry.defects.map((defect) => ({
      because: defect.because,
      cite: basisNoted(defect, state, law),
      reason: defect.reason,
    })),
    departures: (entry.departures ?? []).map((departure) => ({
      because: departure.because,
      cite: basisNoted(departure, state, law),
      reason: departure.reason,
    })),
    corrections: (withheld ? [] : entry.corrections).map((correction) => ({
      at: correction.at,
      by: shownName(correction.by),
      reason: correction.reason,
      changes: Object.keys(correction.after).map((path) => ({
        label: pathLabel(entry, path, law),
        before: pathText(entry, path, correction.before[path], showing),
        after: pathText(entry, path, correction.after[path], showing),
      })),
    })),
    correctable: isCorrectable(entry),
    document: !withheld && documentKindOf(entry) !== undefined,
    proof: logged(entry.version) ? 'logged' : 'waiting',
  };
}

function inputField(entry: AnyEntry, path: string) {
  const definition = actDefinitions.get(entry.act);
  return definition === undefined
    ? undefined
    : describe(definition.input).find((field) => field.name === path.slice('input.'.length));
}

function pathLabel(entry: AnyEntry, path: string, law: Law): string {
  if (path === 'occurredAt') return '发生时刻';
  if (path.startsWith('record.')) return law.fields[path.slice('record.'.length)]?.label ?? '其他栏目';
  return inputField(entry, path)?.label ?? (path === 'input.name' ? '姓名或者名称' : '其他栏目');
}

function pathText(
  entry: AnyEntry,
  path: string,
  value: Value | undefined,
  showing: { state: CaseState; agency: AgencyState; law: Law },
): string {
  if (value === undefined) return '未填';
  const moment = path === 'occurredAt' ? parseInstant(value) : undefined;
  if (moment !== undefined) return formatInstant(moment);
  if (path.startsWith('record.')) return recordText(path.slice('record.'.length), value, showing.law);
  const field = inputField(entry, path);
  return field === undefined ? String(value) : inputText(field, value, showing);
}
