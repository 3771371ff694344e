import {
  actDefinitions,
  actLabel,
  cite,
  describe,
  entryLabels,
  entryTitle,
  isCorrectable,
} from '@zhaozhang/core';
import type { AgencyState, AnyEntry, CaseState, Law, Value } from '@zhaozhang/core';
import { epochOf, formatInstant, parseInstant } from '@zhaozhang/core/time';
import type { EntryView } from '../contract/index.ts';
import { shownFields } from './shown-fields.ts';
import { documentKindOf, inputText, recordText } from '@zhaozhang/documents';

const anHour = 3_600_000;

/** An entry of the file as the timeline shows it. `logged` tells whether its last event is in the log. */
export function entryView(
  entry: AnyEntry,
  showing: { state: CaseState; agency: AgencyState; law: Law },
  logged: (version: number) => boolean,
): EntryView {
  const { state, law } = showing;
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
    by: entry.by.name,
    version: entry.version,
    fields: shownFields(entry, showing),
    defects: entry.defects.map((defect) => ({
      because: defect.because,
      cite: cite(defect.clauses, law),
      reason: defect.reason,
    })),
    departures: (entry.departures ?? []).map((departure) => ({
      because: departure.because,
      cite: cite(departure.clauses, law),
      reason: departure.reason,
    })),
    corrections: entry.corrections.map((correction) => ({
      at: correction.at,
      by: correction.by.name,
      reason: correction.reason,
      changes: Object.keys(correction.after).map((path) => ({
        label: pathLabel(entry, path, law),
        before: pathText(entry, path, correction.before[path], showing),
        after: pathText(entry, path, correction.after[path], showing),
      })),
    })),
    correctable: isCorrectable(entry),
    document: documentKindOf(entry) !== undefined,
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
