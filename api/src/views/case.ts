import {
  cessionOf,
  codeLabel,
  entriesOf,
  formerNames,
  interestedOf,
  markedSummary,
  mayReadMarked,
  obligations,
  partyGroups,
  presentParties,
  undismissed,
} from '@zhaozhang/core';
import type { ActContext, CaseState, Law } from '@zhaozhang/core';
import { dayOf, formatDay } from '@zhaozhang/core/time';
import type { CaseView, ShownField } from '../contract/index.ts';
import { actViews } from './acts.ts';
import { caseRow } from './case-row.ts';
import { custodyOf } from './custody.ts';
import { entryView } from './entry.ts';
import { obligationView } from './obligation.ts';
import { pathView } from './path.ts';
import { partnersShown } from './partners.ts';
import { relatedCases } from './related.ts';
import { shownRecord } from './shown-fields.ts';

/** The whole page of a case: path, acts possible and refused, what the file holds, what is owed. */
export function caseView(
  state: CaseState,
  context: ActContext,
  loggedUpTo: (version: number) => boolean,
  formerRefusals: NonNullable<CaseView['formerRefusals']>,
): CaseView {
  const { law, now, refs } = context;
  const owed = obligations(state, law);
  const acts = actViews(state, context, owed);
  const showing = { state, agency: refs.agency, law, readsMarked: mayReadMarked(state, context) };
  const related = relatedCases(state, law);
  const partners = partnersShown(state, law);
  const custody = custodyOf(state, owed, now);
  const interested = interestedShown(state, law);
  const published = entriesOf(state, 'publication').length > 0;
  const ceded = cessionOf(state);
  const came = entriesOf(state, 'reception');
  return {
    stream: state.stream,
    version: state.version,
    now,
    row: caseRow(state.stream, markedSummary(state, law), refs.agency, law),
    path: pathView(state, context, acts),
    parties: presentParties(state).map((party) => ({
      id: party.id,
      name: party.data.name,
      kind: codeLabel(law, 'party-kind', party.data.kind),
      fields: [
        ...formerNamesShown(state, party.id),
        ...shownRecord(party.record, law),
        ...agentsShown(state, party.id, law),
      ],
    })),
    ...(interested.length === 0 ? {} : { interested }),
    partyGroups: partyGroups(state).map(({ label, names }) => ({ label, names: [...names] })),
    ...(partners.length === 0 ? {} : { partners }),
    ...(related.length === 0 ? {} : { related }),
    ...(custody === undefined ? {} : { custody }),
    ...(formerRefusals.length === 0 ? {} : { formerRefusals }),
    acts,
    entries: state.entries.map((entry) => entryView(entry, showing, loggedUpTo)),
    obligations: owed.map((one) => obligationView(one, state.stream, law, refs.agency, now)),
    ...(ceded === undefined ? {} : { cededTo: { name: ceded.data.name, on: dayOf(ceded.at) } }),
    ...(came.length === 0
      ? {}
      : { cededBy: came.map(({ data, at }) => ({ name: data.name, on: dayOf(at) })) }),
    ...(published ? { publicId: `${state.agency}.${state.stream.slice('case/'.length)}` } : {}),
  };
}

/** Those beside the parties whose interests the decision touches, with how they learnt of it and who acts for them. */
function interestedShown(state: CaseState, law: Law): NonNullable<CaseView['interested']> {
  const notices = entriesOf(state, 'interest-notice');
  return interestedOf(state).map(({ id, name }) => {
    const told = notices.filter(({ data }) => data.persons.some((person) => person.id === id));
    const how = told.map(
      ({ at, data }) =>
        `${formatDay(dayOf(at), { withYear: true })}，${codeLabel(law, 'notice-means', data.means)}`,
    );
    return {
      id,
      name,
      fields: [{ label: '告知', text: how.join('；') }, ...agentsShown(state, id, law)],
    };
  });
}

/** Who acts for somebody now, in what capacity and how far. One whose appointment is not in order says so. */
function agentsShown(state: CaseState, party: string, law: Law): ShownField[] {
  const agents = undismissed(state).filter((agent) => agent.data.party === party);
  if (agents.length === 0) return [];
  const text = agents.map(({ data, defects }) => {
    const words = [codeLabel(law, 'agent-kind', data.kind), codeLabel(law, 'agent-power', data.power)];
    if (data.until !== undefined) words.push(`至 ${formatDay(data.until, { withYear: true })}`);
    if (defects.length > 0) words.push('手续有瑕疵');
    return `${data.name}（${words.join('，')}）`;
  });
  return [{ label: '委托代理人', text: text.join('；') }];
}

/** Names a party bore before; documents of that time still do. */
function formerNamesShown(state: CaseState, party: string): ShownField[] {
  const names = formerNames(state, party);
  return names.length === 0 ? [] : [{ label: '曾用名', text: names.join('、') }];
}
