export { changedSince } from './case/reading.ts';
export { describe } from './form.ts';
export type {
  Act,
  ActContext,
  ActDefinition,
  Actor,
  ActPart,
  Aggregate,
  Nature,
  Refs,
  Stage,
} from './act.ts';
export { actDefinitions, actLabel, actOfEvent } from './acts.ts';
export { officeOf, shownName, snapshotOf } from './actor.ts';
export { absenceOn, absencesOf } from './authority/absence.ts';
export type { Absence } from './authority/absence.ts';
export { delegationById, delegationsOf, delegationsTo, stands } from './authority/delegation.ts';
export type { Delegation } from './authority/delegation.ts';
export type { Assumption, Confirmation, Resting, Unfit } from './authority/assumptions.ts';
export { boundOn, packsOn } from './authority/bind-law.ts';
export type { BoundPack } from './authority/bind-law.ts';
export { namesOf, openProposals, sameBinding } from './authority/law-proposals.ts';
export type { LawProposal, LawTrial, TrialCounts } from './authority/law-proposals.ts';
export { byKey } from './by-key.ts';
export { allNamesOf, nameOn, renamingsOf } from './authority/names.ts';
export type { AgencyName } from './authority/names.ts';
export { cessionsOf, notBegun, offeredTo, predecessorOf, predecessorsOf } from './authority/succession.ts';
export type { Cession, Predecessor } from './authority/succession.ts';
export { isInherited, own } from './authority/inherited.ts';
export { inheritedEvent } from './inherited-event.ts';
export { cessionOf, cessionOver, makerOf, unitOfFile } from './case/ceding/ceding.ts';
export { isUnsettled, staleBases, standingOn } from './authority/competence.ts';
export type { Competence } from './authority/competence.ts';
export { inForceOn } from './authority/in-force.ts';
export { openContradictions } from './authority/contradictions.ts';
export {
  drawById,
  drawnLot,
  inspectionItem,
  inspectionsOf,
  isPublished,
  lineAddress,
  lotAddress,
  planLine,
} from './authority/inspections.ts';
export type { Draw, InspectionItem, InspectionPlan, PlanLine } from './authority/inspections.ts';
export { inspectionTaskOf } from './case/inspecting/inspecting.ts';
export { checkDraw, commitmentOf, drawn, seedOf } from './drawing/draw.ts';
export { markedSummary, marksOfLaw } from './case/marks.ts';
export type { Mark } from './case/marks.ts';
export { bindingConditions } from './authority/binding-conditions.ts';
export {
  kindOfItem,
  preparationKinds,
  preparationOn,
  preparationSubjects,
} from './authority/preparations.ts';
export type { Preparation, PreparationKind } from './authority/preparations.ts';
export { deviates, isFixed, isOfType, loosens, ownValuesOn, packValue } from './authority/own-values.ts';
export type { OwnValue, OwnValueKept } from './authority/own-values.ts';
export { openPeriods } from './authority/open-periods.ts';
export {
  basesOf,
  basisById,
  basisTitle,
  benchmarkById,
  benchmarksOf,
  benchmarkTitle,
  levelById,
  levelRange,
  levelTitle,
} from './authority/legal-basis.ts';
export type { DiscretionBenchmark, LegalBasis } from './authority/legal-basis.ts';
export { byPoints, hasFactors, levelOf, optionsOfFactor, weigh } from './authority/discretion-factors.ts';
export type { DiscretionFactor, FactorAnswer, Weighed } from './authority/discretion-factors.ts';
export { answersTold } from './case/deciding/departure.ts';
export { levelWeighed, standingWeighings } from './case/inquiry/weighing.ts';
export * from './authority/state.ts';
export { keeperOf, keeperWords, mayKeep, ownerOf } from './authority/who-may.ts';
export { canonical } from './canonical.ts';
export type { FieldMap, Value } from './canonical.ts';
export { officersSeen } from './case/handlers/officers-seen.ts';
export { evidenceKinds } from './case/reading.ts';
export { evidenceStanding } from './case/inquiry/verification.ts';
export { isUnanswered } from './case/keeping/admission.ts';
export { archivable } from './case/keeping/binding.ts';
export { gapsOf } from './gaps.ts';
export { isCorrectable } from './case/keeping/correct-entry.ts';
export { isShown } from './case/notice/hearing.ts';
export { interestedOf, participantsOf } from './case/notice/participants.ts';
export { defencePointsOf, reviewOf } from './case/notice/defence.ts';
export {
  approvalOf,
  decisionOf,
  filingOf,
  handlersOf,
  inTransit,
  noticeTo,
  outcomeLabel,
  partyName,
} from './case/reading.ts';
export { undismissed } from './case/parties/dismiss-agent.ts';
export { formerNames, presentParties } from './case/parties/present-parties.ts';
export { sealOn } from './case/deciding/seal-document.ts';
export { respondentsOf } from './case/adjudicating/disputing.ts';
export { partyGroups } from './case/parties/party-groups.ts';
export type { CaseKind } from './case/kind.ts';
export { caseKinds, isOfKind, kindLabels, kindOf, takesFiling } from './case/kind.ts';
export { pathOf } from './case/path.ts';
export { accompanying } from './case/joint/present.ts';
export { partnersAt, partnersOf, presentPartners } from './case/joint/partners.ts';
export type { Partner } from './case/joint/partners.ts';
export { openAssistance } from './case/inquiry/assisting.ts';
export { unsignedItems } from './case/inquiry/crime.ts';
export { referredTitle } from './case/inquiry/referred-title.ts';
export { heldThings, liftingOf, thingsInHand, thingTitle } from './case/measures/held-things.ts';
export type { HeldThing } from './case/measures/held-things.ts';
export { unanswered } from './case/measures/request-measure.ts';
export { isCollection } from './case/performing/handing-in.ts';
export { suspicionCheckOf, suspicionsOf } from './case/opening/suspicions.ts';
export { withdrawalOf } from './case/serving/publishing.ts';
export { isMarked, mayReadMarked } from './case/keeping/secrecy.ts';
export { awaitingReceiver } from './case/handlers/handing-over.ts';
export { servable } from './case/serving/serve.ts';
export { stageLabelOf, stageOf, stages, stageLabels } from './case/stage.ts';
export { entriesOf, entryById } from './case/state.ts';
export type { AnyEntry, CaseState, EntryData, EntryOf, Sanction } from './case/state.ts';
export { breakTitle, openBreaks } from './authority/windows.ts';
export { summaryOf } from './case/summary.ts';
export type { CaseSummary } from './case/summary.ts';
export { formerRefusal, leadTold } from './case/opening/same-lead.ts';
export { entryTitle } from './case/title.ts';
export { decide, isAdmissible } from './decide.ts';
export type { Decision } from './decide.ts';
export { escalations, nearBy } from './escalation.ts';
export type { Raised, RaisedWhy } from './escalation.ts';
export { entryLabels } from './entry.ts';
export type { Correction, Entry, EntryKind } from './entry.ts';
export { toldOf } from './case/told.ts';
export type { Told, ToldWhy } from './case/told.ts';
export type {
  ActorSnapshot,
  AdmittedDefect,
  Defect,
  DomainEvent,
  Represented,
  StreamEvents,
} from './event.ts';
export { aggregateOf, emptyState, evolve, fold, foldEdition } from './evolve.ts';
export type { State } from './evolve.ts';
export { basisNoted, cite, explain, explainWord, sentenceOf } from './explain.ts';
export type { FormField } from './form.ts';
export { yuanText } from './money.ts';
export { obligationsOver, obligationsUnder } from './obligations-over.ts';
export type { OwedOver } from './obligations-over.ts';
export { governsOn } from './rules/edition.ts';
export { ruleDifference } from './rules/difference.ts';
export { lawTrial } from './law-trial.ts';
export type { CaseTrial, TriedDuty, TriedStep } from './law-trial.ts';
export { obligations } from './obligations.ts';
export type { DerivedReading, Derivation, Obligation } from './obligations.ts';
export { inPlaceOf, inWhoseName, representationFaults } from './representing.ts';
export type { Standpoint } from './representing.ts';
export { preview } from './preview.ts';
export type { Preview } from './preview.ts';
export { maskNames, maskNumbers, publicName } from './publication/mask.ts';
export { publicCourse } from './publication/course.ts';
export type { Effect, Refusal, Remedy } from './refusal.ts';
export { requirements } from './requirements.ts';
export type { Form, RecordField } from './requirements.ts';
export { openLaw } from './rules/bundle.ts';
export type { LawBundle, ReplacedYear } from './rules/bundle.ts';
export { conditionSchema } from './rules/condition.ts';
export type { Condition } from './rules/condition.ts';
export { pers } from './rules/subject.ts';
export { unitLabels } from './rules/units.ts';
export { timelessScene } from './rules/scene.ts';
export { settledBy } from './rules/settlement.ts';
export type { Settlement } from './rules/settlement.ts';
export { factTypes } from './rules/fact-type.ts';
export type { FactDefinition, Reading } from './rules/fact.ts';
export type { FactUse } from './rules/fact-use.ts';
export type { Per } from './rules/subject.ts';
export { isSealed } from './rules/fields.ts';
export { formats } from './rules/formats.ts';
export { isLater } from './rules/kinds/later.ts';
export { lowerRules, partsOf, schemaFor } from './rules/kinds/index.ts';
export type { RuleText } from './rules/kinds/index.ts';
export type { PlainText, RulePart } from './rules/kinds/parts.ts';
export type { Standing } from './rules/kinds/head.ts';
export { codeLabel } from './rules/law.ts';
export type {
  ClauseText,
  Code,
  Field,
  FieldType,
  Law,
  Parameter,
  ParameterForm,
  Stretch,
} from './rules/law.ts';
export { owers } from './rules/primitive.ts';
export type { Duty, Gate, Given, InForce, Need, Owed, Primitive, TableRow } from './rules/primitive.ts';
export { gateOf } from './rules/gates.ts';
export { isPersonal } from './rules/personal.ts';
export { factDefinitions } from './rules/vocabulary.ts';
export { factsNamed, filledIn, withoutNames } from './rules/wording.ts';
export { agencyOfStream } from './fines/shelf.ts';
export { emptyShelf } from './fines/state.ts';
export type { FineShelf } from './fines/state.ts';
export { emptySeries } from './series/state.ts';
export type { SeriesState } from './series/state.ts';
export { seriesStream } from './series/take-number.ts';
export { status } from './status.ts';
export { definedWord, standingRows } from './words.ts';
export type { Status } from './status.ts';
