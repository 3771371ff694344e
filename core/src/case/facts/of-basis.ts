import { inForceOn } from '../../authority/in-force.ts';
import { basisById } from '../../authority/legal-basis.ts';
import type { LegalBasis } from '../../authority/legal-basis.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import type { Subject } from '../../rules/subject.ts';
import { dayOf } from '../../time/index.ts';
import { basesNamed, conductBy, foundedInput, penalBases, sanctionsOf } from '../opening/founding.ts';
import { fact, ofForm } from './word.ts';

/** Words about each article in the agency's register, and about what the act at hand founds on them. */
export const ofBasis: readonly FactDefinition[] = [
  fact(
    'basis.named',
    'basis',
    'bool',
    '是本次所选的依据',
    undefined,
    (scene, subject) => ({ known: true, value: basesNamed(scene).includes(subject.id) }),
    true,
  ),
  ofRegister('basis.rank', 'enum', '位阶', ({ rank }) => ({ known: true, value: rank })),
  ofRegister('basis.kinds', 'list', '所规定的处罚种类', ({ kinds }) => ({ known: true, value: kinds })),
  ofRegister('basis.publishedOn', 'day', '公布日期', ({ publishedOn }) =>
    publishedOn === undefined ? unknownReading : { known: true, value: publishedOn },
  ),
  ofRegister('basis.inForce', 'bool', '办理之日有效', (basis, scene) => ({
    known: true,
    value: inForceOn(basis, dayOf(scene.asOf)),
  })),
  ofRegister('basis.inForceAtConduct', 'bool', '违法行为发生时有效', (basis, scene) => {
    const day = conductBy(scene);
    return day === undefined ? unknownReading : { known: true, value: inForceOn(basis, day) };
  }),
  // Nobody dated the conduct: it cannot have happened after it came to be known.
  fact('case.conductBy', 'case', 'day', '违法行为最晚发生之日', 'case.file', (scene) => {
    const day = conductBy(scene);
    return day === undefined ? unknownReading : { known: true, value: day };
  }),
  // A notice says no outcome: what it announces is a penalty.
  ofForm('act.outcome', 'enum', '拟作出或者作出的决定', (scene) => ({
    known: true,
    value: foundedInput(scene).outcome ?? 'penalty',
  })),
  ofForm('act.sanctionKinds', 'list', '处罚种类', (scene) => ({ known: true, value: kindsOf(scene) })),
  ofForm('act.uncarriedKinds', 'list', '所选依据没有规定的处罚种类', (scene) => ({
    known: true,
    value: uncarried(scene),
  })),
  ofForm('act.founded', 'bool', '每种处罚都有所选的依据', (scene) => ({
    known: true,
    value: penalBases(scene).length > 0 && uncarried(scene).length === 0,
  })),
  ofForm('act.unnamedKinds', 'list', '没有写明名称的处罚种类', (scene) => ({
    known: true,
    value: sanctionsOf(scene)
      .filter((one) => (one.detail ?? '').trim() === '')
      .map((one) => one.kind),
  })),
];

function kindsOf(scene: Scene): readonly string[] {
  return [...new Set(sanctionsOf(scene).map((one) => one.kind))];
}

function uncarried(scene: Scene): readonly string[] {
  const carried = new Set(penalBases(scene).flatMap((basis) => basis.kinds));
  return kindsOf(scene).filter((kind) => !carried.has(kind));
}

function ofRegister(
  id: string,
  type: FactDefinition['type'],
  label: string,
  read: (basis: LegalBasis, scene: Scene) => Reading,
): FactDefinition {
  return fact(id, 'basis', type, label, 'agency.register-basis', (scene: Scene, subject: Subject) => {
    const basis = scene.refs === undefined ? undefined : basisById(scene.refs.agency, subject.id);
    return basis === undefined ? unknownReading : read(basis, scene);
  });
}
