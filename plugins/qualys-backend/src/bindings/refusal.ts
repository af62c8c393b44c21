import {
  BINDING_TRANSITIONS,
  type BindingAction,
  type BindingState,
} from 'backstage-plugin-qualys-common';

/** Says why a decision is not possible. */
export function refusal(action: BindingAction, state: BindingState): string {
  const { from, to } = BINDING_TRANSITIONS[action];
  return `The claim is ${state}; only one that is ${from.join(
    ' or ',
  )} can be ${to}`;
}
