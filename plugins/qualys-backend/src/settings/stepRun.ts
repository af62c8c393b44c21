import type {
  Step,
  StepResult,
  StepState,
} from 'backstage-plugin-qualys-common';
import { isRefusal } from './outcome';

/** Steps that are carried out one after the other, up to the first that fails. */
export interface StepRun {
  /** How far it has come. */
  results(): StepResult[];
  /**
   * Carries them out.
   *
   * @param act - does a step; says whether there was nothing to do
   * @throws what a step throws; the steps after it are left out
   */
  run(
    act: (step: Step, index: number) => Promise<'done' | 'notNeeded'>,
  ): Promise<void>;
}

function stateOf(step: Step, error: unknown): StepState {
  return step.kind === 'readBack' || isRefusal(error) ? 'failed' : 'unknown';
}

/** Makes a run of steps, none of which is done yet. */
export function createStepRun(steps: readonly Step[]): StepRun {
  const states: StepState[] = steps.map(() => 'notDone');
  return {
    results: () => steps.map((step, index) => ({ step, state: states[index] })),
    async run(act) {
      for (const [index, step] of steps.entries()) {
        try {
          states[index] = await act(step, index);
        } catch (error) {
          states[index] = stateOf(step, error);
          throw error;
        }
      }
    },
  };
}
