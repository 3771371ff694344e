import { wholeAct, wholeCase } from '../rules/subject.ts';
import type { Per, Subject } from '../rules/subject.ts';
import type { Scene } from '../rules/fact.ts';
import { formatInstant, instant } from '../time/index.ts';
import { archivable } from './keeping/binding.ts';
import { collectionsOf } from './performing/handing-in.ts';
import { otherFilings } from './opening/other-filings.ts';
import { suspicionsOf } from './opening/suspicions.ts';
import { departuresOf } from './handlers/handing-over.ts';
import { instalmentsOf } from './performing/payment.ts';
import { defencePointsOf } from './notice/defence.ts';
import { formerFines } from './deciding/former-fines.ts';
import { partiesBrought } from './parties/parties-brought.ts';
import { partyName } from './reading.ts';
import { entryTitle } from './title.ts';
import { entriesOf } from './state.ts';
import { presentParties } from './parties/present-parties.ts';
import { participantsOf } from './notice/participants.ts';

/** The things of one kind in a case that a rule of that `per` is about. */
export function caseSubjects(per: Per, scene: Scene): readonly Subject[] {
  const { state } = scene;
  switch (per) {
    case 'case':
      return [wholeCase];
    case 'act':
      return [wholeAct];
    case 'party':
      return [
        ...presentParties(state).map((entry) => ({ per, id: entry.id, label: entry.data.name })),
        ...partiesBrought(scene).map(({ id, name }) => ({ per, id, label: name })),
      ];
    case 'participant':
      return participantsOf(state).map(({ id, name }) => ({ per, id, label: name }));
    case 'hearing':
      return entriesOf(state, 'hearing-notice').map((entry) => ({
        per,
        id: entry.id,
        label: `${formatInstant(instant(entry.data.startsAt))}的听证`,
        at: entry.at,
      }));
    case 'instalment':
      return instalmentsOf(state).map((part) => ({
        per,
        id: part.id,
        label: `${partyName(state, part.granted.data.party)}的第 ${part.ordinal} 期`,
      }));
    case 'collection':
      return collectionsOf(state).map((entry) => ({
        per,
        id: entry.id,
        label: entryTitle(state, entry),
        at: entry.at,
      }));
    case 'defence-point':
      return defencePointsOf(state).map(({ id, label, statement }) => ({ per, id, label, at: statement.at }));
    case 'recusal-request':
    case 'extension-request':
    case 'detention-request':
    case 'assistance-request':
    case 'monitoring':
    case 'notice':
    case 'interview':
    case 'preservation':
    case 'measure':
    case 'decision':
    case 'service':
    case 'review':
      return state.entries
        .filter((entry) => entry.kind === per)
        .map((entry) => ({ per, id: entry.id, label: entryTitle(state, entry), at: entry.at }));
    case 'suspicion':
      return suspicionsOf(state).map((entry) => ({
        per,
        id: entry.id,
        label: entryTitle(state, entry),
        at: entry.at,
      }));
    case 'entry':
      return archivable(state).map((entry) => ({
        per,
        id: entry.id,
        label: entryTitle(state, entry),
        at: entry.at,
      }));
    case 'assignment':
      return [...new Map(departuresOf(state).map((one) => [one.assignment.id, one.assignment])).values()].map(
        (entry) => ({ per, id: entry.id, label: entryTitle(state, entry), at: entry.at }),
      );
    case 'former-fine':
      return formerFines(scene).map(({ id, name, fine }) => ({
        per,
        id,
        label: fine === undefined ? `对${name}的既往罚款` : `${fine.agency}${fine.number}对${name}的罚款`,
      }));
    case 'other-filing':
      return otherFilings(scene).map(({ id, name, filing }) => ({
        per,
        id,
        label:
          filing === undefined ? `他机关对${name}的立案` : `${filing.agency}${filing.number}对${name}的立案`,
      }));
    case 'period':
    case 'change':
    case 'basis':
    case 'entrustment':
    case 'preparation':
    case 'monitoring-break':
      return [];
  }
}
