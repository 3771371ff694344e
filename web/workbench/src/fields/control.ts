import type { ReactNode } from 'react';
import type { Field } from './field.ts';
import type { Typed } from './typed.ts';

/** What every control is given: the field, its value, and how it is tied to its label and message. */
export interface ControlProps {
  readonly field: Field;
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly value: Typed | undefined;
  readonly onChange: (value: Typed | undefined) => void;
}

/** Draws one field with its label and message. */
export type DrawField = (part: {
  readonly field: Field;
  readonly path: string;
  readonly value: Typed | undefined;
  readonly onChange: (value: Typed | undefined) => void;
}) => ReactNode;
