import type { Source } from '../contractCase';

/** Something odd in the documents, which the product has to bear. */
export interface InventoriedOddity {
  number: number;
  title: string;
  source: Source;
  /** Why no case shows it; exactly where none does. */
  withoutCase?: string;
}

/** An oddity without its number. */
export type OddityRow = [title: string, source: Source, withoutCase?: string];
