import type {
  BindingAction,
  BindingState,
} from 'backstage-plugin-qualys-common';

/** What each decision makes of a claim, and what the claim must be for it. */
export const TRANSITIONS: Record<
  BindingAction,
  { from: readonly BindingState[]; to: BindingState }
> = {
  accept: { from: ['open', 'rejected', 'withdrawn'], to: 'accepted' },
  reject: { from: ['open'], to: 'rejected' },
  withdraw: { from: ['accepted'], to: 'withdrawn' },
};

/** Says why a decision is not possible. */
export function refusal(action: BindingAction, state: BindingState): string {
  return `The claim is ${state}; only one that is ${TRANSITIONS[
    action
  ].from.join(' or ')} can be ${TRANSITIONS[action].to}`;
}
