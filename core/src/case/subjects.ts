import type { Per, Subject } from '../rules/subject.ts';
import type { Scene } from '../rules/fact.ts';
import { entryTitle } from './title.ts';
import { entriesOf } from './state.ts';

/** The things of one kind in a case that a rule of that `per` is about. */
export function caseSubjects(per: Per, scene: Scene): readonly Subject[] {
  const { state } = scene;
  switch (per) {
    case 'case':
      return [{ per, id: 'case', label: '本案' }];
    case 'act':
      return [{ per, id: 'act', label: '本次' }];
    case 'party':
      return entriesOf(state, 'party').map((entry) => ({ per, id: entry.id, label: entry.data.name }));
    case 'notice':
    case 'interview':
    case 'decision':
    case 'review':
      return state.entries
        .filter((entry) => entry.kind === per)
        .map((entry) => ({ per, id: entry.id, label: entryTitle(state, entry), at: entry.at }));
    case 'period':
    case 'change':
      return [];
  }
}
